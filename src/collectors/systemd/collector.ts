import type { Collector } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';
import { programKinds } from '../../recognize/shell/program-kinds.ts';

/** Services of systemd and the timers that start them: what the clock copies or destroys on a machine that stays. */
export const collector: Collector = {
  id: 'systemd',
  emits: ['Pipeline', ...programKinds],
  files: [
    { glob: '**/*.service', format: 'text', hints: ['ExecStart'] },
    { glob: '**/*.timer', format: 'text', hints: ['[Timer]'] },
  ],
  group: sameFolder,
  load: () => import('./collect.ts'),
};
