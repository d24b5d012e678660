import type { Collector } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';

/**
 * Reads App Platform's specs: databases, clusters that several apps may share, and what their variables name.
 * @see https://docs.digitalocean.com/products/app-platform/reference/app-spec/
 */
export const collector: Collector = {
  id: 'digitalocean-app',
  emits: [
    'Environment',
    'Workload',
    'DataStore',
    'Backup',
    'Credential',
    'FailureDomain',
    'Weakness',
    'Relation',
  ],
  files: [
    { glob: '**/.do/*.yaml', format: 'yaml' },
    { glob: '**/.do/*.yml', format: 'yaml' },
    { glob: '**/app*.yaml', format: 'yaml', hints: ['cluster_name:', 'instance_size_slug:'] },
  ],
  group: sameFolder,
  load: () => import('./collect.ts'),
};
