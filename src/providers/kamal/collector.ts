import type { Collector } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';

/**
 * Reads deploy files, each destination merged over the base: databases that run as accessories, and those that variables name.
 * @see https://kamal-deploy.org/docs/configuration/overview/
 */
export const collector: Collector = {
  id: 'kamal-config',
  emits: [
    'Environment',
    'Workload',
    'DataStore',
    'FailureDomain',
    'Credential',
    'Weakness',
    'Relation',
  ],
  files: [
    { glob: '**/config/deploy.yml', format: 'yaml' },
    { glob: '**/config/deploy.*.yml', format: 'yaml' },
  ],
  group: sameFolder,
  load: () => import('./collect.ts'),
};
