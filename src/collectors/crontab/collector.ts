import type { Collector } from '../../model/plugin.ts';
import { programKinds } from '../../recognize/shell/program-kinds.ts';

/** Lines of crontabs: what the clock destroys, starts or copies on a machine that stays. */
export const collector: Collector = {
  id: 'crontab',
  emits: ['Pipeline', ...programKinds],
  files: [
    { glob: '**/crontab', format: 'text' },
    { glob: '**/*.crontab', format: 'text' },
    { glob: '**/*.cron', format: 'text' },
    { glob: '**/cron.d/*', format: 'text' },
  ],
  load: () => import('./collect.ts'),
};
