import type { Collector } from '../../model/plugin.ts';

/** Stages of Jenkinsfiles: what they destroy or start, set off by whom, behind which question. */
export const collector: Collector = {
  id: 'jenkins',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '**/Jenkinsfile', format: 'text' },
    { glob: '**/*.jenkinsfile', format: 'text' },
    { glob: '**/Jenkinsfile.*', format: 'text' },
  ],
  load: () => import('./collect.ts'),
};
