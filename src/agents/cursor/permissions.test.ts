import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const allowlists = 'https://cursor.com/docs/reference/permissions';
const tokens = 'https://cursor.com/docs/cli/reference/permissions';

const editor = (value: object): Record<string, string> => ({
  '.cursor/permissions.json': JSON.stringify(value),
});
const cli = (permissions: object): Record<string, string> => ({
  '.cursor/cli.json': JSON.stringify({ permissions }),
});

permissionTable('cursor', collect, [
  {
    title: 'prefixes that end at a word, with case',
    source: allowlists,
    files: editor({ terminalAllowlist: ['git', 'npm run test', 'npm run db:push'] }),
    tries: {
      git: 'runs',
      'git push --force': 'runs',
      gitk: 'unknown',
      'Git push': 'unknown',
      'npm run test src': 'runs',
      'npm run tests': 'unknown',
      'npm run db:push': 'runs',
    },
  },
  {
    title: 'a command and a glob for its arguments',
    source: allowlists,
    files: editor({ terminalAllowlist: ['npm:install*', 'docker:*', 'git:status'] }),
    tries: {
      'npm install left-pad': 'runs',
      'npm publish': 'unknown',
      'docker volume rm data': 'runs',
      'git status': 'runs',
      'git status --short': 'unknown',
    },
  },
  {
    title: 'each part of a line by itself',
    source: 'https://cursor.com/docs/agent/security',
    files: editor({ terminalAllowlist: ['npm test', 'git status'] }),
    tries: {
      'git status && npm test': 'runs',
      'npm test && railway down': 'unknown',
      'npm test; curl https://backboard.railway.com': 'unknown',
      'npm test $(railway down)': 'unknown',
    },
  },
  {
    title: 'servers and tools, without case',
    source: allowlists,
    files: editor({ mcpAllowlist: ['GitHub:get_issue', '*:list_*', 'linear:*'] }),
    tries: {
      'mcp:github:get_issue': 'runs',
      'mcp:github:delete_repo': 'unknown',
      'mcp:railway:list_services': 'runs',
      'mcp:linear:delete_issue': 'runs',
      'railway down': 'unknown',
    },
  },
  {
    title: 'every tool of every server',
    source: allowlists,
    files: editor({ mcpAllowlist: ['*:*'] }),
    tries: { 'mcp:supabase:execute_sql': 'runs' },
  },
  {
    title: 'lists of the repository and of the user are joined',
    source: allowlists,
    files: {
      ...editor({ terminalAllowlist: ['npm test'] }),
      '~/.cursor/permissions.json': '{"terminalAllowlist":["make"]}',
    },
    tries: { 'npm test': 'runs', 'make deploy': 'runs', 'railway down': 'unknown' },
  },
  {
    title: 'tokens in the wrong file and English do nothing',
    source: allowlists,
    files: editor({
      permissions: { allow: ['Shell(railway)'], deny: ['Read(.env)'] },
      autoRun: { block_instructions: ['never touch production'] },
    }),
    tries: { 'railway down': 'unknown', 'read:.env': 'runs' },
  },
  {
    title: 'the ignore file binds the agent’s own tools only',
    source: 'https://cursor.com/docs/reference/ignore-file',
    files: { ...editor({ terminalAllowlist: ['cat'] }), '.cursorignore': '.env*\n!.env.example\n' },
    tries: { 'read:.env': 'blocks', 'read:.env.example': 'runs', 'cat .env': 'runs' },
  },
  {
    title: 'hosts of the sandbox',
    source: 'https://cursor.com/docs/reference/sandbox',
    files: {
      '.cursor/sandbox.json': JSON.stringify({
        networkPolicy: {
          default: 'deny',
          allow: ['*.example.com'],
          deny: ['backboard.railway.com'],
        },
      }),
    },
    tries: { 'net:packages.example.com': 'runs', 'net:backboard.railway.com': 'blocks' },
  },
]);

permissionTable('cursor-cli', collect, [
  {
    title: 'commands, and deny over allow',
    source: tokens,
    files: cli({
      allow: ['Shell(ls)', 'Shell(git)', 'Shell(curl:*)', 'Shell(npm:run test*)'],
      deny: ['Shell(git:push*)', 'Shell(rm)'],
    }),
    tries: {
      ls: 'runs',
      'git status': 'runs',
      'git push origin main': 'blocks',
      'curl https://backboard.railway.com': 'runs',
      'npm run test:unit': 'runs',
      'npm run deploy': 'asks',
      'rm -rf data': 'blocks',
      'ls && rm -rf data': 'blocks',
      'ls | tee log.txt': 'asks',
      rmdir: 'asks',
    },
  },
  {
    title: 'everything',
    source: tokens,
    files: cli({ allow: ['Shell(**)', 'Mcp(*:*)'], deny: ['Shell(railway)'] }),
    tries: {
      'terraform destroy': 'runs',
      'railway volume delete --yes': 'blocks',
      'npx railway down': 'runs',
      'mcp:supabase:execute_sql': 'runs',
    },
  },
  {
    title: 'files',
    source: tokens,
    files: cli({
      allow: ['Read(src/**/*.ts)', 'Write(src/**)', 'Write(package.json)'],
      deny: ['Read(.env*)', 'Write(**/*.key)'],
    }),
    tries: {
      'read:src/a/b.ts': 'runs',
      'read:deploy/.env.production': 'blocks',
      'write:src/a.ts': 'runs',
      'write:src/server.key': 'blocks',
      'write:README.md': 'asks',
      'read:README.md': 'runs',
    },
  },
  {
    title: 'servers and hosts',
    source: tokens,
    files: cli({
      allow: [
        'Mcp(datadog:*)',
        'Mcp(github:get_*)',
        'WebFetch(docs.github.com)',
        'WebFetch(*.example.com)',
      ],
      deny: ['Mcp(datadog:delete_*)', 'WebFetch(evil.example.com)'],
    }),
    tries: {
      'mcp:datadog:query': 'runs',
      'mcp:datadog:delete_monitor': 'blocks',
      'mcp:github:get_issue': 'runs',
      'mcp:github:delete_repo': 'asks',
      'net:docs.github.com': 'runs',
      'net:api.example.com': 'runs',
      'net:evil.example.com': 'blocks',
      'net:backboard.railway.com': 'asks',
    },
  },
  {
    title: 'tokens of another agent are none',
    source: tokens,
    files: cli({ allow: ['Bash(npm *)', 'mcp__github'], deny: ['Bash(railway *)'] }),
    tries: { 'npm test': 'asks', 'railway down': 'asks', 'mcp:github:get_issue': 'asks' },
  },
  {
    title: 'the mode of a repository and that of the user',
    source: 'https://cursor.com/docs/cli/reference/configuration',
    files: {
      '.cursor/cli.json':
        '{"approvalMode":"unrestricted","permissions":{"deny":["Shell(railway)"]}}',
    },
    tries: { 'npm publish': 'asks', 'railway down': 'blocks' },
  },
  {
    title: 'the mode of the user',
    source: 'https://cursor.com/docs/cli/reference/configuration',
    files: {
      '.cursor/cli.json': '{"permissions":{"deny":["Shell(railway)"]}}',
      '~/.cursor/cli-config.json': '{"approvalMode":"unrestricted"}',
    },
    tries: { 'npm publish': 'runs', 'railway down': 'blocks' },
  },
  {
    title: 'a mode with a classifier',
    source: 'https://cursor.com/docs/cli/reference/configuration',
    files: {
      '.cursor/cli.json': '{"permissions":{"allow":["Shell(npm:test)"]}}',
      '~/.cursor/cli-config.json': '{"approvalMode":"auto-review"}',
    },
    tries: { 'npm test': 'runs', 'npm publish': 'unknown' },
  },
]);
