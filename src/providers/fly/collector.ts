import type { Collector } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';

/**
 * Reads the configurations of Fly.io apps: volumes, their snapshots, and what each app's variables name. Those of one folder are read together, because
 * the app without a stage in its name is production where a sibling has one.
 * @see https://fly.io/docs/reference/configuration/
 */
export const collector: Collector = {
  id: 'fly-config',
  emits: [
    'Environment',
    'Workload',
    'DataStore',
    'Backup',
    'FailureDomain',
    'Credential',
    'DestructiveCommand',
    'Weakness',
    'Relation',
  ],
  files: [
    { glob: '**/fly.toml', format: 'toml' },
    { glob: '**/fly.*.toml', format: 'toml' },
    { glob: '**/fly-*.toml', format: 'toml' },
  ],
  group: sameFolder,
  load: () => import('./collect.ts'),
};
