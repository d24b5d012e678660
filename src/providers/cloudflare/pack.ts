import { definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';
import { mcp } from './mcp.ts';

const checkedOn = '2026-11-21';
const operation = operationsOf({ source: 'https://developers.cloudflare.com/api/', checkedOn });
const account = '/client/v4/accounts/{account}';

/** Everything known about Cloudflare, wrangler included. */
export const pack = definePack({
  id: 'cloudflare',
  title: 'Cloudflare',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api: {
    hosts: ['api.cloudflare.com'],
    operations: [
      operation('DELETE /client/v4/zones/{zone}', 'project'),
      operation(`DELETE ${account}/d1/database/{database}`, 'database'),
      operation(`DELETE ${account}/r2/buckets/{bucket}`, 'bucket'),
      operation(`DELETE ${account}/storage/kv/namespaces/{namespace}`, 'database'),
      operation(`DELETE ${account}/vectorize/v2/indexes/{index}`, 'database'),
      operation(`DELETE ${account}/queues/{queue}`, 'queue'),
      operation(`DELETE ${account}/workers/scripts/{script}`, 'service'),
      operation(`DELETE ${account}/workers/services/{service}`, 'service'),
      operation(`DELETE ${account}/pages/projects/{project}`, 'project'),
    ],
  },
  mcp,
  hosts: [
    {
      suffix: '.r2.cloudflarestorage.com',
      environmentLocal: false,
      source: 'https://developers.cloudflare.com/r2/api/s3/api/',
      checkedOn: '2026-11-21',
    },
  ],
  stores: [
    {
      product: 'cloudflare-d1',
      title: 'Cloudflare D1 database',
      holds: 'database',
      // What becomes of the history of a deleted database is not documented.
      backupsDieWithStore: false,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service', 'project'],
      source: 'https://developers.cloudflare.com/d1/reference/time-travel/',
      checkedOn,
    },
    {
      product: 'cloudflare-r2',
      title: 'Cloudflare R2 bucket',
      holds: 'bucket',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service', 'project'],
      source: 'https://developers.cloudflare.com/r2/buckets/',
      checkedOn,
    },
    {
      product: 'cloudflare-kv',
      title: 'Cloudflare KV namespace',
      holds: 'database',
      // There are no backups that could outlive it.
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service', 'project'],
      source: 'https://developers.cloudflare.com/kv/',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('cloudflare', 'Cloudflare', {
      files: [
        { glob: '**/wrangler.toml' },
        { glob: '**/wrangler.json' },
        { glob: '**/wrangler.jsonc' },
      ],
      npm: ['wrangler', '@cloudflare/workers-types', '@cloudflare/vite-plugin'],
      python: ['cloudflare'],
      others: ['github.com/cloudflare/cloudflare-go'],
    }),
  ],
});
