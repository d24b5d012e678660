import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://docs.augmentcode.com/cli/permissions';
const type = (name: string) => ({ permission: { type: name } });
const shell = (regex: string, name: string) => ({
  toolName: 'launch-process',
  shellInputRegex: regex,
  ...type(name),
});
const rules = (...toolPermissions: readonly object[]): Record<string, string> => ({
  '.augment/settings.json': JSON.stringify({ toolPermissions }),
});

permissionTable('augment', collect, [
  {
    title: 'rules from top to bottom, the first that matches',
    source,
    files: rules(
      shell('railway|terraform .*destroy|volumeDelete', 'deny'),
      shell('^(npm test|npm run lint|git status|git diff)', 'allow'),
      { toolName: 'launch-process', ...type('ask-user') },
      { toolName: 'view', ...type('allow') },
      { toolName: 'remove-files', ...type('deny') },
      { toolName: 'str-replace-editor', ...type('ask-user') },
    ),
    tries: {
      'railway down --yes': 'blocks',
      'terraform -chdir=infra destroy': 'blocks',
      'npm test': 'runs',
      'git diff --stat': 'runs',
      'psql prod': 'asks',
      'read:.env': 'runs',
      'write:a.ts': 'asks',
    },
  },
  {
    title: 'a rule for all commands before the one that denies',
    source,
    files: rules({ toolName: 'launch-process', ...type('allow') }, shell('railway', 'deny')),
    tries: { 'railway down': 'runs' },
  },
  {
    title: 'the expression is looked for anywhere in the line',
    source,
    files: rules(shell('^git ', 'allow')),
    tries: { 'git status && terraform destroy': 'runs', 'terraform destroy': 'unknown' },
  },
  {
    title: 'what no rule matches is not documented',
    source,
    files: rules({ toolName: 'view', ...type('allow') }),
    tries: { ls: 'unknown', 'mcp:supabase:execute_sql': 'unknown', 'read:a.ts': 'runs' },
  },
  {
    title: 'the local file comes first',
    source,
    files: {
      '.augment/settings.json': JSON.stringify({ toolPermissions: [shell('terraform', 'deny')] }),
      '.augment/settings.local.json': JSON.stringify({
        toolPermissions: [shell('terraform', 'allow')],
      }),
    },
    tries: { 'terraform apply': 'runs' },
  },
  {
    title: 'tools of servers',
    source,
    files: {
      '.augment/settings.json': JSON.stringify({
        mcpServers: { my_db: { command: 'npx' } },
        toolPermissions: [
          { toolName: 'run_query_my_db', ...type('deny') },
          { toolName: 'list_linear', ...type('allow') },
        ],
      }),
    },
    tries: { 'mcp:my_db:run_query': 'blocks', 'mcp:linear:list': 'runs' },
  },
  {
    title: 'a program decides',
    source,
    files: rules(
      { toolName: 'launch-process', permission: { type: 'script-policy', script: '/opt/p.sh' } },
      { toolName: 'launch-process', ...type('allow') },
    ),
    tries: { ls: 'unknown' },
  },
  {
    title: 'look-ahead cannot be evaluated',
    source,
    files: rules(shell('^(?!git)', 'deny'), { toolName: 'launch-process', ...type('allow') }),
    tries: { 'terraform destroy': 'unknown' },
  },
]);
