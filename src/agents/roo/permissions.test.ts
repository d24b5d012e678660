import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const page = 'https://docs.roocode.com/features/auto-approving-actions';
const settings = (value: unknown) => ({ '.vscode/settings.json': JSON.stringify(value) });
const lists = (allowed: readonly string[], denied: readonly string[], prefix = 'roo-cline') =>
  settings({ [`${prefix}.allowedCommands`]: allowed, [`${prefix}.deniedCommands`]: denied });

permissionTable('roo', collect, [
  {
    title: 'the list that comes along',
    source: page,
    files: { '.roo/mcp.json': '{"mcpServers":{}}' },
    tries: { 'git log --oneline': 'runs', 'git push': 'asks', 'npm test': 'asks' },
  },
  {
    title: 'prefixes end anywhere',
    source: page,
    files: lists(['npm run build', 'git'], []),
    tries: {
      'npm run build': 'runs',
      'npm run build:prod': 'runs',
      'gitleaks detect': 'runs',
      'git log': 'runs',
      'npm test': 'asks',
    },
  },
  {
    title: 'the longest prefix decides, a denial where both are equal',
    source: page,
    files: lists(['git', 'git push --dry-run', 'npm'], ['git push', 'npm']),
    tries: {
      'git status': 'runs',
      'git push origin main': 'blocks',
      'git push --dry-run': 'runs',
      'npm install': 'blocks',
    },
  },
  {
    title: 'a star is every command, and shorter than any prefix',
    source: page,
    files: lists(['*'], ['rm ', 'railway volume']),
    tries: {
      'terraform destroy -auto-approve': 'runs',
      'rm -rf data': 'blocks',
      'railway volume delete --yes': 'blocks',
      'railway down': 'runs',
      'npm test && rm -rf data': 'blocks',
    },
  },
  {
    title: 'a denied star',
    source: page,
    files: lists(['npm test'], ['*']),
    tries: { 'npm test': 'runs', 'npm run deploy': 'blocks' },
  },
  {
    title: 'every command of a line must be on the list, and nothing go to a file',
    source: page,
    files: lists(['git show', 'npm test'], []),
    tries: {
      'git show && npm test': 'runs',
      'git show; terraform destroy': 'asks',
      'git show > deploy.sh': 'asks',
    },
  },
  {
    title: 'tools of servers',
    source: page,
    files: {
      '.roo/mcp.json': JSON.stringify({
        mcpServers: {
          acme: { command: 'npx', args: ['@acme/mcp-server'], alwaysAllow: ['execute_sql'] },
          open: { url: 'https://mcp.acme.example', alwaysAllow: ['*'] },
          off: { command: 'x', disabled: true, alwaysAllow: ['*'] },
        },
      }),
    },
    tries: {
      'mcp:acme:execute_sql': 'runs',
      'mcp:acme:drop': 'asks',
      'mcp:open:anything': 'runs',
      'mcp:off:anything': 'asks',
    },
  },
  {
    title: 'the ignore file also holds for commands that print files',
    source: 'https://docs.roocode.com/features/rooignore',
    files: {
      ...lists(['cat', 'node'], []),
      '.rooignore': '.env*\n!.env.example\n',
    },
    tries: {
      'read:.env': 'blocks',
      'read:.env.example': 'unknown',
      'cat .env': 'blocks',
      'node print-env.js': 'runs',
    },
  },
]);

permissionTable('zoo', collect, [
  {
    title: 'a denial wins, however long the other prefix',
    source: 'https://github.com/Zoo-Code-Org/Zoo-Code/blob/main/src/package.json',
    files: lists(['git push --dry-run', '*'], ['git push'], 'zoo-code'),
    tries: {
      'git push --dry-run': 'blocks',
      'terraform destroy': 'runs',
      'git status': 'runs',
    },
  },
]);
