import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const page = 'https://docs.continue.dev/cli/tool-permissions';
const user = (yaml: string) => ({ '~/.continue/permissions.yaml': yaml });

permissionTable('continue', collect, [
  {
    title: 'without permissions',
    source: page,
    files: { '.continue/config.yaml': 'name: shop\nversion: 1.0.0\n' },
    tries: {
      'npm test': 'asks',
      'read:.env': 'runs',
      'write:src/a.ts': 'asks',
      'mcp:acme:execute_sql': 'asks',
    },
  },
  {
    title: 'globs cover the whole line',
    source: page,
    files: user('allow:\n  - Bash(npm install*)\n  - Bash(git status)\n  - Bash(ls ?)\n'),
    tries: {
      'npm install left-pad': 'runs',
      'npm install && terraform destroy': 'runs',
      'git status': 'runs',
      'git status --short': 'asks',
      'ls a': 'runs',
      'ls ab': 'asks',
    },
  },
  {
    title: 'excluded, then asking, then allowed',
    source: page,
    files: user(
      'exclude:\n  - Bash(railway *)\n  - Write\nask:\n  - Bash(npm publish*)\nallow:\n  - Bash\n  - Edit\n',
    ),
    tries: {
      'railway down': 'blocks',
      'npm publish': 'asks',
      'terraform destroy': 'runs',
      'write:src/a.ts': 'blocks',
    },
  },
  {
    title: 'tools of servers go by their own name',
    source: page,
    files: user('allow:\n  - list_tables\nexclude:\n  - execute_*\n'),
    tries: {
      'mcp:acme:list_tables': 'runs',
      'mcp:acme:execute_sql': 'blocks',
      'mcp:acme:other': 'asks',
    },
  },
  {
    title: 'everything',
    source: page,
    files: user('allow:\n  - "*"\n'),
    tries: { 'terraform destroy': 'runs', 'mcp:acme:execute_sql': 'runs', 'write:.env': 'runs' },
  },
]);
