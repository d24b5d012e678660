import type { Collector } from '../../model/plugin.ts';

/** Steps of Buildkite pipelines: what they destroy or start, set off by whom, behind which block. */
export const collector: Collector = {
  id: 'buildkite',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '.buildkite/**/*.yml', format: 'yaml', hints: ['steps'] },
    { glob: '.buildkite/**/*.yaml', format: 'yaml', hints: ['steps'] },
  ],
  load: () => import('./collect.ts'),
};
