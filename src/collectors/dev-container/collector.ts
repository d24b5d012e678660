import type { Collector } from '../../model/plugin.ts';
import { withTheirCompose } from './group.ts';

/** Dev containers and the compose services they name: what of the machine an agent inside them can still reach. */
export const collector: Collector = {
  id: 'dev-container',
  emits: [
    'Workload',
    'Weakness',
    'Credential',
    'DataStore',
    'Environment',
    'FailureDomain',
    'Binding',
    'Relation',
  ],
  files: [
    { glob: '**/.devcontainer/**/devcontainer.json', format: 'json' },
    { glob: '**/.devcontainer.json', format: 'json' },
    { glob: '**/*compose*.yml', format: 'yaml', hints: ['services:'] },
    { glob: '**/*compose*.yaml', format: 'yaml', hints: ['services:'] },
  ],
  group: withTheirCompose,
  load: () => import('./collect.ts'),
};
