import type { Collector } from '../../model/plugin.ts';
import { cliLogins } from './logins.ts';

/** Sessions that command lines of vendors keep in the home, which reach whatever the person at this machine reaches. */
export const collector: Collector = {
  id: 'cli-logins',
  emits: ['Credential'],
  files: [...new Map(cliLogins.map(({ path, format }) => [path, format]))].map(
    ([path, format]) => ({ glob: `~/${path}`, format }),
  ),
  load: () => import('./collect.ts'),
};
