import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://docs.mistral.ai/vibe/code/safety-approvals-permissions';
const config = (text: string) => ({ '.vibe/config.toml': text });

permissionTable('mistral-vibe', collect, [
  {
    title: 'it asks by default, but for what only reads',
    source,
    files: config('active_model = "devstral"\n'),
    tries: {
      'git status': 'runs',
      'ls -la': 'runs',
      'find . -name "*.ts"': 'runs',
      'find . -name x -exec rm {} +': 'asks',
      'git push': 'asks',
      'mcp:db:drop': 'asks',
      'read:src/a.ts': 'runs',
      'read:deploy/.env.production': 'asks',
    },
  },
  {
    title: 'lists: a prefix ends at a word; denied before sensitive before allowed',
    source,
    files: config(
      '[tools.bash]\nallowlist = ["npm", "make", "git log"]\ndenylist = ["npm publish"]\nsensitive_patterns = ["make", "npm run"]\n',
    ),
    tries: {
      'npm test': 'runs',
      npmx: 'asks',
      'make all': 'asks',
      'npm run build': 'runs',
      'npm publish --tag x': 'blocks',
      'git log -3': 'runs',
      ls: 'asks',
      'npm test && npm publish': 'blocks',
    },
  },
  {
    title: 'always, with what stays denied or asked about',
    source,
    files: config(
      '[tools.bash]\npermission = "always"\ndenylist = ["railway"]\nsensitive_patterns = ["sudo"]\n',
    ),
    tries: { 'terraform destroy': 'runs', 'railway down': 'blocks', 'sudo ls': 'asks' },
  },
  {
    title: 'never',
    source,
    files: config('[tools.bash]\npermission = "never"\nallowlist = []\n'),
    tries: { make: 'blocks' },
  },
  {
    title: 'tools that are switched off',
    source,
    files: config('disabled_tools = ["ba*"]\n[tools.bash]\npermission = "always"\n'),
    tries: { ls: 'blocks' },
  },
  {
    title: 'only some tools',
    source,
    files: config('enabled_tools = ["read_file", "grep"]\n'),
    tries: { 'npm test': 'blocks', 'read:a': 'runs' },
  },
  {
    title: 'tools of servers by name',
    source,
    files: config(
      '[tools.db_execute_sql]\npermission = "always"\n[tools.db_drop]\npermission = "never"\n',
    ),
    tries: { 'mcp:db:execute_sql': 'runs', 'mcp:db:drop': 'blocks', 'mcp:db:list': 'asks' },
  },
  {
    title: 'tools of servers that are switched off',
    source,
    files: config('disabled_tools = ["db_drop", "mail_*", "re:x_.*"]\n'),
    tries: { 'mcp:db:drop': 'blocks', 'mcp:mail:send': 'blocks', 'mcp:db:list': 'asks' },
  },
  {
    title: 'a bypass goes before every list',
    source: 'https://github.com/mistralai/mistral-vibe/blob/main/vibe/core/agent_loop.py',
    files: config('bypass_tool_permissions = true\n[tools.bash]\ndenylist = ["railway"]\n'),
    tries: { 'railway down': 'runs', 'mcp:db:drop': 'runs', 'read:.env': 'runs' },
  },
  {
    title: 'files that are denied',
    source: 'https://github.com/mistralai/mistral-vibe/blob/main/vibe/core/tools/utils.py',
    files: config('[tools.read]\ndenylist = ["*/deploy/.env", "*.pem"]\nsensitive_patterns = []\n'),
    tries: {
      'read:deploy/.env': 'blocks',
      'read:certs/a.pem': 'blocks',
      'read:.env': 'runs',
    },
  },
  {
    title: 'the project takes the place of the user',
    source,
    files: { ...config('a = 1\n'), '~/.vibe/config.toml': '[tools.bash]\npermission = "always"\n' },
    tries: { 'npm test': 'asks' },
  },
]);
