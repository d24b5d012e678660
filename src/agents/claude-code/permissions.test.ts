import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const docs = 'https://code.claude.com/docs/en';
const source = `${docs}/permissions`;

interface Lists {
  readonly allow?: readonly string[];
  readonly ask?: readonly string[];
  readonly deny?: readonly string[];
  readonly [key: string]: unknown;
}

const settings = (value: object): Record<string, string> => ({
  '.claude/settings.json': JSON.stringify(value),
});
const rules = (permissions: Lists): Record<string, string> => settings({ permissions });

permissionTable('claude-code', collect, [
  {
    title: 'the star and the word boundary',
    source,
    files: rules({
      allow: ['Bash(npm run build)', 'Bash(npm run test *)', 'Bash(ls*)', 'Bash(git commit:*)'],
    }),
    tries: {
      'npm run build': 'runs',
      'npm run build --watch': 'asks',
      'npm run test': 'runs',
      'npm run test src/': 'runs',
      'npm run tester': 'asks',
      lsof: 'runs',
      'git commit -m "a message"': 'runs',
      'git committed': 'asks',
    },
  },
  {
    title: 'a star in the middle spans words',
    source,
    files: rules({ allow: ['Bash(git * main)', 'Bash(* --version)', 'Bash(* --help *)'] }),
    tries: {
      'git checkout main': 'runs',
      'git push origin main': 'runs',
      'git push origin dev': 'asks',
      'terraform --version': 'runs',
      'railway volume --help delete': 'runs',
    },
  },
  {
    title: 'everything',
    source,
    files: rules({ allow: ['Bash'] }),
    tries: { 'railway volume delete --yes': 'runs', 'node -e "x"': 'runs', 'write:a.txt': 'asks' },
  },
  {
    title: 'three spellings of everything',
    source,
    files: rules({ allow: ['Bash(:*)'], deny: ['Bash(terraform destroy *)'] }),
    tries: { 'terraform apply': 'runs', 'terraform destroy -auto-approve': 'blocks' },
  },
  {
    title: 'every part of a compound command must be allowed',
    source,
    files: rules({ allow: ['Bash(git status)', 'Bash(npm test *)'] }),
    tries: {
      'git status && npm test': 'runs',
      'git status; curl https://backboard.railway.com': 'asks',
      'npm test | tee log.txt': 'asks',
      'npm test || railway down': 'asks',
      'npm test -- "$(railway volume list)"': 'asks',
      'cd infra && npm test': 'runs',
    },
  },
  {
    title: 'a part that is denied stops the whole',
    source,
    files: rules({ allow: ['Bash'], deny: ['Bash(railway *)'] }),
    tries: {
      'npm test && railway down': 'blocks',
      'echo "$(railway volume delete x)"': 'blocks',
      'npx railway down': 'runs',
      'sh -c "railway down"': 'runs',
    },
  },
  {
    title: 'deny, then ask, then allow, however specific',
    source,
    files: rules({
      allow: ['Bash(git push origin main)', 'Bash(terraform *)'],
      ask: ['Bash(git push *)'],
      deny: ['Bash(terraform destroy *)'],
    }),
    tries: {
      'git push origin main': 'asks',
      'terraform destroy': 'blocks',
      'terraform plan': 'runs',
      'terraform -chdir=prod destroy': 'runs',
      'terraform apply -destroy': 'runs',
    },
  },
  {
    title: 'wrappers and variables in front',
    source,
    files: rules({ allow: ['Bash(npm test *)'], deny: ['Bash(terraform destroy *)'] }),
    tries: {
      'timeout 60 npm test': 'runs',
      'nice npm test': 'runs',
      'LANG=C npm test': 'runs',
      'NODE_OPTIONS=--require=./x npm test': 'asks',
      'TF_VAR_x=1 terraform destroy': 'blocks',
      'npx npm test': 'asks',
      'watch npm test': 'asks',
    },
  },
  {
    title: 'a prefix does not approve a runner of commands',
    source,
    files: rules({ allow: ['Bash(find *)', 'Bash(flock *)'] }),
    tries: { 'find . -name x': 'runs', 'find . -delete': 'asks', 'flock a rm b': 'asks' },
  },
  {
    title: 'commands that only read',
    source,
    files: rules({ deny: ['Read(.env)', 'Read(./secrets/**)'] }),
    tries: {
      'ls -la': 'runs',
      'git log --oneline': 'runs',
      'git log --output=x': 'asks',
      'cat README.md': 'runs',
      'cat .env': 'blocks',
      'head -1 app/.env': 'blocks',
      'node -e "read .env"': 'asks',
      'read:app/.env': 'blocks',
      'read:secrets/prod/key.pem': 'blocks',
      'read:src/index.ts': 'runs',
    },
  },
  {
    title: 'paths of rules',
    source,
    files: rules({
      allow: ['Edit(src/**)', 'Edit(/docs/*.md)', 'Write(notes/**)'],
      deny: ['Read(~/.ssh/**)', 'Read(//etc/**)', 'Edit(*.tfstate)', 'Write(.env)'],
    }),
    tries: {
      'write:src/a/b.ts': 'runs',
      'write:app/src/b.ts': 'asks',
      'write:docs/a.md': 'runs',
      'write:notes/a.md': 'asks',
      'write:infra/prod.tfstate': 'blocks',
      // `Write(path)` is accepted and never matched.
      'write:.env': 'asks',
      'read:etc/passwd': 'runs',
      'npm ci > infra/prod.tfstate': 'blocks',
    },
  },
  {
    title: 'servers and tools',
    source,
    files: rules({
      allow: ['mcp__github', 'mcp__supabase__list_tables', 'mcp__*', '*'],
      ask: ['mcp__railway__*'],
      deny: ['mcp__github__delete_*'],
    }),
    tries: {
      'mcp:github:get_issue': 'runs',
      'mcp:github:delete_repository': 'blocks',
      'mcp:supabase:list_tables': 'runs',
      'mcp:supabase:execute_sql': 'asks',
      'mcp:railway:deploy': 'asks',
      'mcp:postgres:query': 'asks',
    },
  },
  {
    title: 'wildcards that only deny may have',
    source,
    files: rules({ allow: ['mcp__github'], deny: ['mcp__*'] }),
    tries: { 'mcp:github:get_issue': 'blocks', 'npm test': 'asks' },
  },
  {
    title: 'parameters',
    source,
    files: rules({
      allow: ['Bash(npm *)'],
      deny: ['Bash(command:npm publish)', 'Bash(run_in_background:true)'],
    }),
    tries: { 'npm publish': 'runs' },
  },
  {
    title: 'hosts of the fetch tool',
    source,
    files: rules({
      allow: ['WebFetch(domain:example.com)', 'WebFetch(domain:*.example.org)'],
      deny: ['WebFetch(domain:backboard.railway.com)'],
    }),
    tries: {
      'net:example.com': 'runs',
      'net:packages.example.org': 'runs',
      'net:backboard.railway.com': 'blocks',
      'net:api.example.com': 'asks',
      'curl https://example.com': 'asks',
    },
  },
  {
    title: 'acceptEdits',
    source: `${docs}/permission-modes`,
    files: rules({ defaultMode: 'acceptEdits', deny: ['Bash(rm *)'] }),
    tries: {
      'write:src/a.ts': 'runs',
      'mkdir out': 'runs',
      'sed -i s/a/b/ x': 'runs',
      'rm -rf out': 'blocks',
      'npm test': 'asks',
    },
  },
  {
    title: 'dontAsk',
    source: `${docs}/permission-modes`,
    files: rules({ defaultMode: 'dontAsk', allow: ['Bash(npm test)'] }),
    tries: {
      'npm test': 'runs',
      'npm run build': 'blocks',
      'mcp:a:b': 'blocks',
      'git status': 'runs',
    },
  },
  {
    title: 'bypassPermissions of a repository',
    source: `${docs}/permission-modes`,
    files: rules({ defaultMode: 'bypassPermissions' }),
    tries: { 'railway down': 'asks', 'mcp:a:b': 'asks' },
  },
  {
    title: 'bypassPermissions of the user, and what still holds',
    source: `${docs}/permission-modes`,
    files: {
      ...rules({ ask: ['Bash(git push *)'], deny: ['Bash(railway *)'] }),
      '~/.claude/settings.json': '{"permissions":{"defaultMode":"bypassPermissions"}}',
    },
    tries: {
      'npm publish': 'runs',
      'mcp:a:b': 'runs',
      'git push': 'asks',
      'railway down': 'blocks',
    },
  },
  {
    title: 'lists of all files are merged, and any deny wins',
    source: `${docs}/settings`,
    files: {
      '.claude/settings.json': '{"permissions":{"allow":["Bash(npm *)"]}}',
      '.claude/settings.local.json': '{"permissions":{"allow":["Bash(make *)"]}}',
      '~/.claude/settings.json': '{"permissions":{"deny":["Bash(npm publish *)"]}}',
    },
    tries: { 'npm test': 'runs', 'make build': 'runs', 'npm publish': 'blocks' },
  },
  {
    title: 'a sandbox that stands in for the question',
    source: `${docs}/sandboxing`,
    files: settings({
      sandbox: { enabled: true, autoAllowBashIfSandboxed: true },
      permissions: { ask: ['Bash(git push *)'], deny: ['Bash(railway *)'] },
    }),
    tries: { 'npm ci': 'runs', 'git push': 'asks', 'railway down': 'blocks', 'mcp:a:b': 'asks' },
  },
  {
    title: 'a sandbox whose default depends on the version',
    source: `${docs}/sandboxing`,
    files: settings({ sandbox: { enabled: true } }),
    tries: { 'npm ci': 'unknown', 'git status': 'runs' },
  },
  {
    title: 'what a skill grants',
    source: `${docs}/skills`,
    files: {
      ...rules({ deny: ['Bash(curl *)'] }),
      '.claude/skills/use-railway/SKILL.md':
        '---\nname: use-railway\nallowed-tools: Bash(railway:*), Bash(curl:*), mcp__railway__deploy\n---\n',
    },
    tries: {
      'railway volume delete --yes': 'runs',
      'curl https://backboard.railway.com': 'blocks',
      'mcp:railway:deploy': 'runs',
      'npm ci': 'asks',
    },
  },
  {
    title: 'parentheses and line ends in saved rules',
    source,
    files: rules({ allow: ['Bash(node -e "f\\(1\\)")', 'Bash(python -c ":*)'] }),
    tries: {
      'node -e "f(1)"': 'runs',
      'node -e "f(2)"': 'asks',
      'python -c "import os"': 'runs',
    },
  },
]);
