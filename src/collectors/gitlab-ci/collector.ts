import type { Collector } from '../../model/plugin.ts';

/** Jobs of GitLab pipelines: what they destroy or start, set off by whom, behind which click. */
export const collector: Collector = {
  id: 'gitlab-ci',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '.gitlab-ci.yml', format: 'yaml' },
    { glob: '**/*.gitlab-ci.yml', format: 'yaml' },
    { glob: '.gitlab/**/*.yml', format: 'yaml', hints: ['script'] },
    { glob: 'ci/**/*.yml', format: 'yaml', hints: ['script'] },
  ],
  group: (files) => (files.length === 0 ? [] : [files]),
  load: () => import('./collect.ts'),
};
