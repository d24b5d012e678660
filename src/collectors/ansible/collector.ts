import type { Collector, FileMatch } from '../../model/plugin.ts';
import { programKinds } from '../../recognize/shell/program-kinds.ts';
import { byRoot } from './root.ts';

const inventories = [
  '**/inventory',
  '**/inventory.ini',
  '**/inventory.cfg',
  '**/hosts.ini',
  '**/hosts.cfg',
  '**/*inventory.ini',
  '**/inventory/hosts',
  '**/inventory/*/hosts',
  '**/inventory/*.ini',
  '**/inventory/*/*.ini',
  '**/inventories/**/hosts',
  '**/inventories/**/inventory',
  '**/inventories/*.ini',
  '**/inventories/**/*.ini',
  '**/ansible/hosts',
  '**/ansible/**/hosts',
  '**/environments/*/hosts',
  '**/environments/*/inventory',
];
const variables = ['**/group_vars/*', '**/group_vars/*/*', '**/host_vars/*', '**/host_vars/*/*'];
/** Scripts that a role puts on its hosts. */
const scripts = ['**/templates/*.sh.j2', '**/templates/**/*.sh.j2', '**/templates/*.bash.j2'];
/** Modules of a task that may touch data. */
const taskHints = ['shell:', 'command:', 'raw:', 'cron:', 'absent', '_db:'];
/** Keys without which a YAML file outside the usual folders is neither a play nor a list of hosts. */
const playHints = ['hosts:', 'import_playbook:'];

/**
 * Ansible: inventories with the variables of their groups and hosts, and what plays, roles and cron entries destroy and back up. What a vault encrypts
 * stays unknown.
 */
export const collector: Collector = {
  id: 'ansible',
  emits: ['Binding', 'Pipeline', ...programKinds],
  files: [
    ...inventories.map((glob) => match(glob, 'text')),
    ...variables.map((glob) => match(glob, 'yaml')),
    // Long lists of plain pairs, of which few are ever looked up.
    ...['defaults', 'vars'].map((part) => match(`**/roles/*/${part}/main.yml`, 'text')),
    ...scripts.map((glob) => match(glob, 'text')),
    { ...match('**/tasks/*.yml', 'yaml'), hints: taskHints },
    { ...match('**/tasks/*.yaml', 'yaml'), hints: taskHints },
    { ...match('**/*.yml', 'yaml'), hints: playHints },
    { ...match('**/*.yaml', 'yaml'), hints: playHints },
  ],
  group: byRoot,
  load: () => import('./collect.ts'),
};

function match(glob: string, format: string): FileMatch {
  return { glob, format };
}
