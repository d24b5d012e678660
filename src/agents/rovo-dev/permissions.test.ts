import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://support.atlassian.com/rovo/docs/use-tools-in-rovo-dev-cli';
const config = (text: string) => ({ '.rovodev/config.yml': `toolPermissions:\n${text}` });

permissionTable('rovo-dev', collect, [
  {
    title: 'it asks by default',
    source,
    files: { '.rovodev/config.yml': 'agent:\n  temperature: 0.3\n' },
    tries: { ls: 'asks', 'mcp:db:drop': 'asks', 'read:a': 'runs', 'write:a': 'asks' },
  },
  {
    title: 'commands are expressions for the whole line',
    source,
    files: config(
      '  bash:\n    default: ask\n    commands:\n      - command: ls.*\n        permission: allow\n      - command: git (status|diff)\n        permission: allow\n      - command: npm run .*\n        permission: allow\n      - command: npm run db:.*\n        permission: deny\n      - command: terraform destroy.*\n        permission: deny\n',
    ),
    tries: {
      'ls -la': 'runs',
      'git status': 'runs',
      'git status --short': 'asks',
      'npm run build': 'runs',
      'npm run db:reset': 'blocks',
      'terraform destroy -auto-approve': 'blocks',
      'terraform apply': 'asks',
      'npm run build && terraform apply': 'asks',
    },
  },
  {
    title: 'the default of everything, and tools of servers',
    source,
    files: config('  default: allow\n  tools:\n    mcp__db__drop: deny\n    open_files: deny\n'),
    tries: {
      'terraform destroy': 'runs',
      'mcp:db:list': 'runs',
      'mcp:db:drop': 'blocks',
      'read:a': 'blocks',
    },
  },
  {
    title: 'the project before the user',
    source,
    files: {
      ...config('  bash:\n    default: ask\n'),
      '~/.rovodev/config.yml': 'toolPermissions:\n  default: deny\n  bash:\n    default: allow\n',
    },
    tries: { ls: 'asks', 'mcp:db:drop': 'blocks' },
  },
  {
    title: 'a word that is none',
    source,
    files: config('  bash:\n    default: always\n'),
    tries: { ls: 'unknown' },
  },
]);
