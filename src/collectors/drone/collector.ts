import type { Collector } from '../../model/plugin.ts';

/** Pipelines of Drone and Woodpecker: what they destroy or start, and set off by whom. */
export const collector: Collector = {
  id: 'drone',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '.drone.yml', format: 'yaml' },
    { glob: '.woodpecker.yml', format: 'yaml' },
    { glob: '.woodpecker.yaml', format: 'yaml' },
    { glob: '.woodpecker/**/*.yml', format: 'yaml' },
    { glob: '.woodpecker/**/*.yaml', format: 'yaml' },
  ],
  load: () => import('./collect.ts'),
};
