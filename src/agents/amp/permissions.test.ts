import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://ampcode.com/manual#permissions';
const settings = (value: object): Record<string, string> => ({
  '.amp/settings.json': JSON.stringify(value),
});
const rules = (...list: readonly object[]): Record<string, string> =>
  settings({ 'amp.permissions': list });

permissionTable('amp', collect, [
  {
    title: 'the example of the manual',
    source,
    files: rules(
      { tool: 'Bash', matches: { cmd: '*git commit*' }, action: 'ask' },
      { tool: 'Bash', matches: { cmd: ['*python *', '*python3 *'] }, action: 'reject' },
      { tool: 'mcp__playwright_*', action: 'allow' },
      { tool: 'mcp__*', action: 'ask' },
      { tool: '*', action: 'delegate', to: 'my-permission-helper' },
    ),
    tries: {
      'git commit -m x': 'asks',
      'python3 drop.py': 'blocks',
      'cd x && python drop.py': 'blocks',
      'mcp:playwright_x:click': 'runs',
      'mcp:supabase:execute_sql': 'asks',
      'terraform destroy': 'unknown',
    },
  },
  {
    title: 'the first matching rule decides',
    source,
    files: rules(
      { tool: 'Bash', action: 'allow' },
      { tool: 'Bash', matches: { cmd: '*railway*' }, action: 'reject' },
    ),
    tries: { 'railway down --yes': 'runs' },
  },
  {
    title: 'specific rules first',
    source,
    files: rules(
      { tool: 'Bash', matches: { cmd: ['*railway*', '*terraform*destroy*'] }, action: 'reject' },
      { tool: 'Bash', matches: { cmd: ['git status', 'git diff*'] }, action: 'allow' },
      { tool: 'Bash', action: 'ask' },
    ),
    tries: {
      'railway down --yes': 'blocks',
      'terraform -chdir=infra destroy': 'blocks',
      'git diff --name-only': 'runs',
      'git push': 'asks',
    },
  },
  {
    title: 'expressions between slashes',
    source: 'https://ampcode.com/manual/appendix#permissions-reference',
    files: rules(
      { tool: 'Bash', matches: { cmd: '/^git (status|log|diff)$/' }, action: 'allow' },
      { tool: 'Bash', matches: { cmd: '/\\brm\\b/' }, action: 'reject' },
      { tool: '*', action: 'ask' },
    ),
    tries: { 'git log': 'runs', 'git commit': 'asks', 'cd a && rm -rf b': 'blocks' },
  },
  {
    title: 'files by path',
    source,
    files: rules(
      { tool: 'Read', matches: { path: ['*.env', '*.env.*', '**/secrets/**'] }, action: 'reject' },
      { tool: 'Read', action: 'allow' },
    ),
    tries: { 'read:.env': 'blocks', 'read:app/secrets/a': 'blocks', 'read:src/a.ts': 'runs' },
  },
  {
    title: 'rules for sub-agents leave the main thread alone',
    source,
    files: rules(
      { tool: 'Bash', action: 'reject', context: 'subagent' },
      { tool: 'Bash', action: 'ask' },
    ),
    tries: { 'terraform apply': 'asks' },
  },
  {
    title: 'everything is allowed whatever the rules say',
    source: 'https://ampcode.com/manual#configuration',
    files: settings({
      'amp.dangerouslyAllowAll': true,
      'amp.permissions': [{ tool: 'Bash', action: 'reject' }],
    }),
    tries: { 'railway down': 'runs', 'mcp:a:b': 'runs', 'read:.env': 'runs' },
  },
  {
    title: 'disabled tools and what no rule names',
    source: 'https://ampcode.com/manual#configuration',
    files: settings({ 'amp.tools.disable': ['builtin:Bash', 'mcp__supabase__*'] }),
    tries: {
      'ls -la': 'blocks',
      'mcp:supabase:execute_sql': 'blocks',
      'mcp:linear:list': 'runs',
    },
  },
  {
    title: 'the older allowlist',
    source: 'https://ampcode.com/manual#configuration',
    files: settings({ 'amp.commands.allowlist': ['git', 'npm test'] }),
    tries: { 'git push --force': 'runs', 'npm test': 'runs', 'npm publish': 'unknown' },
  },
]);
