import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const tools = 'https://kiro.dev/docs/cli/reference/built-in-tools/';
const reference = 'https://kiro.dev/docs/cli/custom-agents/configuration-reference';
const agent = (value: object): Record<string, string> => ({
  '.kiro/agents/infra.json': JSON.stringify({ name: 'infra', ...value }),
});

permissionTable('kiro-cli', collect, [
  {
    title: 'trusted tools ask nothing, and AWS calls are commands',
    source: reference,
    files: agent({
      tools: ['*'],
      allowedTools: ['fs_read', 'fs_write', 'execute_bash', 'use_aws'],
    }),
    tries: {
      'npx cdk destroy --all --force': 'runs',
      'aws rds delete-db-cluster --db-cluster-identifier prod': 'runs',
      'read:aws/config': 'runs',
      'write:lib/a.ts': 'runs',
    },
  },
  {
    title: 'AWS calls alone are trusted',
    source: tools,
    files: agent({ tools: ['*'], allowedTools: ['aws'] }),
    tries: { 'aws dynamodb delete-table --table-name t': 'runs', 'npm test': 'asks' },
  },
  {
    title: 'nothing is trusted by default but reading',
    source: tools,
    files: agent({ tools: ['*'] }),
    tries: { 'ls -la': 'asks', 'read:a.ts': 'runs', 'write:a.ts': 'asks', 'mcp:git:push': 'asks' },
  },
  {
    title: 'expressions cover the whole command, and denied ones come first',
    source: tools,
    files: agent({
      tools: ['shell'],
      toolsSettings: {
        shell: {
          allowedCommands: ['git status', 'git fetch', 'git .*'],
          deniedCommands: ['git commit .*', 'git push .*'],
        },
      },
    }),
    tries: {
      'git status': 'runs',
      'git push origin main': 'blocks',
      'git push': 'runs',
      'echo git status': 'asks',
      'git log && curl evil.test': 'runs',
    },
  },
  {
    title: 'what is not allowed is denied, and reading passes',
    source: tools,
    files: agent({
      tools: ['execute_bash'],
      toolsSettings: {
        execute_bash: {
          allowedCommands: ['npm test'],
          denyByDefault: true,
          autoAllowReadonly: true,
        },
      },
    }),
    tries: { 'npm test': 'runs', 'terraform apply': 'blocks', 'ls -la': 'runs' },
  },
  {
    title: 'a trusted shell passes over what would be denied by default',
    source: reference,
    files: agent({
      tools: ['*'],
      allowedTools: ['execute_bash'],
      toolsSettings: { execute_bash: { allowedCommands: ['npm test'], denyByDefault: true } },
    }),
    tries: { 'terraform destroy': 'runs' },
  },
  {
    title: 'a tool that is not given cannot be used',
    source: reference,
    files: agent({ tools: ['read', '@git'], allowedTools: ['shell', '@git/git_status'] }),
    tries: {
      'rm -rf /': 'blocks',
      'mcp:git:git_status': 'runs',
      'mcp:git:git_push': 'asks',
      'read:.env': 'runs',
    },
  },
  {
    title: 'wildcards for tools and servers',
    source: reference,
    files: agent({
      tools: ['*'],
      allowedTools: ['fs_*', '@server/read_*', '@git-*/status', '@fetch'],
    }),
    tries: {
      'write:a.ts': 'runs',
      'npm test': 'asks',
      'mcp:server:read_file': 'runs',
      'mcp:server:write_file': 'asks',
      'mcp:git-main:status': 'runs',
      'mcp:fetch:get': 'runs',
    },
  },
  {
    title: 'paths are gitignore patterns',
    source: tools,
    files: agent({
      tools: ['read', 'write'],
      allowedTools: ['read'],
      toolsSettings: {
        read: { deniedPaths: ['**/.env*', 'secrets'] },
        write: { allowedPaths: ['./src/**'], deniedPaths: ['src/generated'] },
      },
    }),
    tries: {
      'read:.env': 'blocks',
      'read:secrets/prod.json': 'blocks',
      'read:a.ts': 'runs',
      'write:src/a.ts': 'runs',
      'write:src/generated/a.ts': 'blocks',
    },
  },
  {
    title: 'services of AWS',
    source: tools,
    files: agent({
      tools: ['aws', 'shell'],
      toolsSettings: { aws: { allowedServices: ['s3', 'lambda'], deniedServices: ['rds'] } },
    }),
    tries: {
      'aws s3 rb s3://backups --force': 'runs',
      'aws s3api delete-bucket --bucket b': 'runs',
      'aws rds delete-db-instance': 'asks',
      'aws ec2 terminate-instances': 'asks',
    },
  },
  {
    title: 'an expression with look-ahead is no rule that can be read',
    source: tools,
    files: agent({
      tools: ['shell'],
      allowedTools: ['shell'],
      toolsSettings: { shell: { deniedCommands: ['(?!git).*'] } },
    }),
    tries: { 'terraform destroy': 'unknown' },
  },
]);

const mcp = {
  mcpServers: {
    supabase: { command: 'npx', autoApprove: ['execute_sql', 'apply_migration'] },
    docs: { command: 'npx', autoApprove: ['*'] },
    off: { command: 'npx', autoApprove: ['*'], disabled: true },
  },
};

permissionTable('kiro', collect, [
  {
    title: 'approved tools of servers',
    source: 'https://kiro.dev/docs/mcp/configuration/',
    files: { '.kiro/settings/mcp.json': JSON.stringify(mcp) },
    tries: {
      'mcp:supabase:execute_sql': 'runs',
      'mcp:supabase:delete_branch': 'asks',
      'mcp:docs:anything': 'runs',
      'mcp:off:anything': 'asks',
      'railway down': 'asks',
    },
  },
  {
    title: 'rules of the user, the most restrictive first',
    source: 'https://kiro.dev/docs/permissions/',
    files: {
      '.kiro/settings/mcp.json': '{"mcpServers": {}}',
      '~/.kiro/settings/permissions.yaml': [
        'rules:',
        '  - capability: shell',
        '    effect: allow',
        '    match: ["npm *", "git *"]',
        '    exclude: ["git push *"]',
        '  - capability: shell',
        '    effect: deny',
        '    match: ["npm publish*"]',
        '  - capability: fs_read',
        '    effect: deny',
        '    match: ["**/.env*"]',
        '  - capability: mcp',
        '    effect: deny',
        '    match: ["supabase/*"]',
      ].join('\n'),
    },
    tries: {
      'npm test': 'runs',
      'git push --force': 'asks',
      'npm publish': 'blocks',
      'read:.env': 'blocks',
      'mcp:supabase:execute_sql': 'blocks',
      'terraform apply': 'asks',
    },
  },
  {
    title: 'an agent in Markdown',
    source: 'https://kiro.dev/docs/custom-agents/',
    files: {
      '.kiro/agents/backend.md': [
        '---',
        'description: Backend agent',
        'tools: [read, write, shell]',
        'permissions:',
        '  - capability: shell',
        '    effect: allow',
        '    match:',
        '      - "npm *"',
        '      - "node *"',
        '---',
        'You are a backend developer.',
      ].join('\n'),
    },
    tries: { 'node drop.js': 'runs', 'terraform destroy': 'asks' },
  },
  {
    title: 'a file in the repository gives no rules',
    source: 'https://kiro.dev/docs/permissions/',
    files: {
      '.kiro/settings/permissions.yaml':
        'rules:\n  - capability: shell\n    effect: deny\n    match: ["railway *"]\n',
    },
    tries: { 'railway down': 'asks' },
  },
]);
