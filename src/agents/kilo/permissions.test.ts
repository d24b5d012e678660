import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://kilo.ai/docs/getting-started/settings/auto-approving-actions';
const permission = (value: unknown): Record<string, string> => ({
  'kilo.jsonc': JSON.stringify({ permission: value }),
});

permissionTable('kilo', collect, [
  {
    title: 'asks about what no rule matches',
    source,
    files: permission({}),
    tries: {
      'railway down --yes': 'asks',
      'cat README.md': 'runs',
      'cat README.md | psql prod': 'asks',
      'mcp:supabase:execute_sql': 'asks',
      'read:src/a.ts': 'runs',
      'read:.env.local': 'asks',
      'read:.env.example': 'runs',
    },
  },
  {
    title: 'broad fallbacks first and exceptions after them',
    source,
    files: permission({ bash: { '*': 'ask', 'uv *': 'allow' } }),
    tries: { 'uv pip install x': 'runs', 'cat a.txt': 'asks', 'terraform apply': 'asks' },
  },
  {
    title: 'a catch-all at the end overrides',
    source,
    files: permission({ bash: { 'uv *': 'allow', '*': 'ask' } }),
    tries: { 'uv pip install x': 'asks' },
  },
  {
    title: 'blocks dangerous commands',
    source,
    files: permission({
      bash: { '*': 'ask', 'rm -rf *': 'deny', 'npm *': 'allow', 'git *': 'allow' },
    }),
    tries: { 'rm -rf /data': 'blocks', 'rm a.txt': 'asks', 'npm run reset': 'runs' },
  },
  {
    title: 'servers by wildcard',
    source: 'https://kilo.ai/docs/automate/mcp/using-in-kilo-code',
    files: permission({ 'my_server_*': 'allow', my_server_drop: 'deny' }),
    tries: { 'mcp:my_server:do_something': 'runs', 'mcp:my_server:drop': 'blocks' },
  },
  {
    title: 'agents have their own rules',
    source,
    files: {
      'kilo.json': JSON.stringify({
        permission: { bash: { '*': 'ask' } },
        agent: { code: { permission: { bash: { 'git *': 'allow' } } } },
      }),
    },
    tries: { 'git push --force': 'runs', 'terraform apply': 'asks' },
  },
]);
