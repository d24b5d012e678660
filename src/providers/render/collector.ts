import type { Collector } from '../../model/plugin.ts';

/**
 * Reads blueprints: databases, Key Value instances, disks, and which service of which stage uses what.
 * @see https://render.com/docs/blueprint-spec
 */
export const collector: Collector = {
  id: 'render-blueprint',
  emits: [
    'Environment',
    'Workload',
    'DataStore',
    'Backup',
    'Credential',
    'FailureDomain',
    'DestructiveCommand',
    'Weakness',
    'Relation',
  ],
  files: ['**/render.yaml', '**/render.yml', '**/render.*.yaml', '**/render-*.yaml'].map(
    (glob) => ({ glob, format: 'yaml', hints: ['services:', 'databases:', 'projects:'] }) as const,
  ),
  load: () => import('./collect.ts'),
};
