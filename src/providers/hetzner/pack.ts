import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
// It never asks; a resource with delete protection refuses.
const command = commandsOf(
  'hcloud',
  { source: 'https://github.com/hetznercloud/cli/tree/main/docs/reference/manual', checkedOn },
  {},
  {
    // A server holds none of what is declared beside it.
    server: [],
    volume: ['hetzner-volume'],
    'storage-box': ['hetzner-storage-box'],
    zone: [],
  },
);
const operation = operationsOf({ source: 'https://docs.hetzner.cloud/reference/cloud', checkedOn });
const dns = operationsOf({ source: 'https://dns.hetzner.com/api-docs', checkedOn });
const credential = credentialsOf({
  source: 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/',
  checkedOn,
});
const narrower =
  'Use a read token where nothing is changed, a project of its own for production, and delete protection on servers and volumes';

/** Everything known about Hetzner Cloud. */
export const pack = definePack({
  id: 'hetzner',
  title: 'Hetzner Cloud',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'api-token',
      title: 'Hetzner Cloud API token',
      env: ['HCLOUD_TOKEN', 'HETZNER_TOKEN', 'HCLOUD_API_TOKEN', 'HETZNER_API_TOKEN'],
      headers: ['authorization'],
      shape: /[A-Za-z0-9]{64}/,
      // Read, or read and write: the value does not show which.
      scope: 'project',
      actions: null,
      expires: 'never',
      narrower,
    }),
    credential({
      id: 'dns-token',
      title: 'Hetzner DNS API token',
      env: ['HETZNER_DNS_TOKEN', 'HETZNER_DNS_API_TOKEN'],
      headers: ['auth-api-token'],
      scope: 'account',
      actions: ['read', 'write', 'delete'],
      expires: 'never',
      narrower: 'Move the zone to the Cloud API, where a token reaches one project only',
    }),
  ],
  commands: [
    command('server|servers delete', 'service', { safeVariant: 'hcloud server describe' }),
    command('server|servers rebuild', 'volume', { safeVariant: 'hcloud server describe' }),
    command('server|servers disable-backup', 'backup', { safeVariant: 'hcloud server describe' }),
    command('volume|volumes delete', 'volume', { safeVariant: 'hcloud volume describe' }),
    command('image|images delete', 'backup', { safeVariant: 'hcloud image describe' }),
    command('storage-box|storage-boxes delete', 'volume', {
      safeVariant: 'hcloud storage-box describe',
    }),
    command('storage-box|storage-boxes rollback-snapshot', 'files', {
      safeVariant: 'hcloud storage-box snapshot list',
    }),
    command('storage-box|storage-boxes snapshot|snapshots delete', 'backup', {
      safeVariant: 'hcloud storage-box snapshot list',
    }),
    command('zone|zones|dns delete', 'service', { safeVariant: 'hcloud zone describe' }),
  ],
  api: {
    hosts: ['api.hetzner.cloud', 'api.hetzner.com', 'dns.hetzner.com'],
    operations: [
      operation('DELETE /v1/servers/{server}', 'service'),
      operation('POST /v1/servers/{server}/actions/rebuild', 'volume'),
      operation('POST /v1/servers/{server}/actions/disable_backup', 'backup'),
      operation('DELETE /v1/volumes/{volume}', 'volume'),
      operation('DELETE /v1/images/{image}', 'backup'),
      operation('DELETE /v1/storage_boxes/{box}', 'volume'),
      operation('DELETE /v1/storage_boxes/{box}/snapshots/{snapshot}', 'backup'),
      operation('DELETE /v1/zones/{zone}', 'service'),
      dns('DELETE /api/v1/zones/{zone}', 'service'),
    ],
  },
  collectors: [
    toolingCollector('hetzner', 'Hetzner Cloud', {
      files: [
        { glob: '**/*.tf', hints: ['hetznercloud/hcloud', 'provider "hcloud"'] },
        { glob: '**/*.pkr.hcl', hints: ['github.com/hetznercloud/hcloud'] },
      ],
      npm: ['hcloud-js'],
      python: ['hcloud'],
      others: ['github.com/hetznercloud/hcloud-go'],
    }),
  ],
});
