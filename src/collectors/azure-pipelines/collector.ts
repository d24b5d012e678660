import type { Collector } from '../../model/plugin.ts';

/** Jobs of Azure Pipelines: what they destroy or start, set off by whom, behind which validation. */
export const collector: Collector = {
  id: 'azure-pipelines',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '**/azure-pipelines*.yml', format: 'yaml' },
    { glob: '**/azure-pipelines*.yaml', format: 'yaml' },
    { glob: '.azure-pipelines/**/*.yml', format: 'yaml' },
    { glob: '.azuredevops/**/*.yml', format: 'yaml' },
  ],
  group: (files) => (files.length === 0 ? [] : [files]),
  load: () => import('./collect.ts'),
};
