import type { Collector } from '../../model/plugin.ts';

/**
 * Reads Wrangler's configuration: its environments and the databases, namespaces and buckets that each of them binds.
 * @see https://developers.cloudflare.com/workers/wrangler/configuration/
 */
export const collector: Collector = {
  id: 'wrangler-config',
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
    { glob: '**/wrangler.toml', format: 'toml' },
    { glob: '**/wrangler.*.toml', format: 'toml' },
    { glob: '**/wrangler.json', format: 'json' },
    { glob: '**/wrangler.jsonc', format: 'json' },
    { glob: '**/wrangler.*.jsonc', format: 'json' },
  ],
  load: () => import('./collect.ts'),
};
