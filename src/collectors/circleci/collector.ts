import type { Collector } from '../../model/plugin.ts';

/** Jobs of CircleCI workflows: what they destroy or start, set off by whom, behind which approval. */
export const collector: Collector = {
  id: 'circleci',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '.circleci/config.yml', format: 'yaml' },
    { glob: '.circleci/config.yaml', format: 'yaml' },
  ],
  load: () => import('./collect.ts'),
};
