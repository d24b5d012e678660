import type { Collector } from '../../model/plugin.ts';

/** Steps of Bitbucket pipelines: what they destroy or start, set off by whom, behind which click. */
export const collector: Collector = {
  id: 'bitbucket-pipelines',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [{ glob: 'bitbucket-pipelines.yml', format: 'yaml' }],
  load: () => import('./collect.ts'),
};
