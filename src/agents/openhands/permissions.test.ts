import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://docs.all-hands.dev/usage/configuration-options';
const config = (security: string) => ({ 'config.toml': `[security]\n${security}\n` });

permissionTable('openhands', collect, [
  {
    title: 'nobody is asked by default',
    source,
    files: { '.openhands/microagents/repo.md': '# Shop\n' },
    tries: {
      'terraform destroy': 'runs',
      'mcp:db:drop': 'runs',
      'read:.env': 'runs',
      'write:a': 'runs',
    },
  },
  {
    title: 'confirmation mode',
    source,
    files: config('confirmation_mode = true'),
    tries: { 'terraform destroy': 'asks', 'mcp:db:drop': 'asks', ls: 'asks' },
  },
  {
    title: 'an analyzer decides what is asked about',
    source,
    files: config('confirmation_mode = true\nsecurity_analyzer = "invariant"'),
    tries: { 'terraform destroy': 'unknown' },
  },
  { title: 'no mode', source, files: config('confirmation_mode = "on"'), tries: { ls: 'unknown' } },
  {
    title: 'off',
    source,
    files: config('confirmation_mode = false'),
    tries: { 'rm -rf data': 'runs' },
  },
]);
