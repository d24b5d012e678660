import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://block.github.io/goose/docs/guides/goose-permissions';
const hints = { '.goosehints': 'A shop.\n' };
const user = (config: string, permission = '') => ({
  ...hints,
  '~/.config/goose/config.yaml': config,
  ...(permission === '' ? {} : { '~/.config/goose/permission.yaml': permission }),
});
const permission =
  'user:\n  always_allow: [docs__search, developer__shell]\n  ask_before: [db__query]\n  never_allow: [db__drop, developer__text_editor]\n';

permissionTable('goose', collect, [
  {
    title: 'nothing is configured',
    source,
    files: hints,
    tries: {
      'terraform destroy': 'runs',
      'mcp:db:drop': 'runs',
      'read:.env': 'runs',
      'write:a': 'runs',
    },
  },
  {
    title: 'approve',
    source,
    files: user('GOOSE_MODE: approve\n', permission),
    tries: {
      'terraform destroy': 'runs',
      'mcp:docs:search': 'runs',
      'mcp:db:query': 'asks',
      'mcp:db:drop': 'blocks',
      'mcp:db:other': 'asks',
      'write:a': 'blocks',
    },
  },
  {
    title: 'the automatic mode looks at no list',
    source,
    files: user('GOOSE_MODE: auto\n', permission),
    tries: { 'terraform destroy': 'runs', 'mcp:db:drop': 'runs' },
  },
  { title: 'chat', source, files: user('GOOSE_MODE: chat\n'), tries: { ls: 'blocks' } },
  {
    title: 'smart',
    source,
    files: user('GOOSE_MODE: smart_approve\n'),
    tries: { 'rm -rf data': 'asks' },
  },
  {
    title: 'no such mode',
    source,
    files: user('GOOSE_MODE: safe\n'),
    tries: { 'rm -rf data': 'unknown' },
  },
]);
