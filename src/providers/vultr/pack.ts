import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
// It never asks.
const command = commandsOf(
  'vultr-cli|vultr',
  { source: 'https://github.com/vultr/vultr-cli/tree/master/cmd', checkedOn },
  {},
  {
    // A machine holds none of what is declared beside it.
    instance: [],
    'bare-metal': [],
    'block-storage': ['vultr-block-storage'],
    database: ['vultr-database', 'postgres', 'mysql', 'redis'],
    'object-storage': ['vultr-object-storage'],
    kubernetes: ['vultr-block-storage'],
    dns: [],
  },
);
const operation = operationsOf({ source: 'https://www.vultr.com/api/', checkedOn });
const credential = credentialsOf({
  source: 'https://docs.vultr.com/platform/other/api/manage-api-access',
  checkedOn,
});

/** Everything known about Vultr. */
export const pack = definePack({
  id: 'vultr',
  title: 'Vultr',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'api-key',
      title: 'Vultr API key',
      env: ['VULTR_API_KEY'],
      headers: ['authorization'],
      shape: /[A-Z0-9]{36}/,
      scope: 'account',
      actions: null,
      expires: 'never',
      narrower:
        'Use the key of a sub-user with limited permissions, and an access list of addresses',
    }),
  ],
  commands: [
    command('instance delete|destroy', 'service', { safeVariant: 'vultr-cli instance get' }),
    command('instance reinstall', 'volume', { safeVariant: 'vultr-cli instance get' }),
    command('instance restore', 'volume', { safeVariant: 'vultr-cli instance get' }),
    command('bare-metal|bm delete|destroy', 'service', { safeVariant: 'vultr-cli bare-metal get' }),
    command('bare-metal|bm reinstall', 'volume', { safeVariant: 'vultr-cli bare-metal get' }),
    command('block-storage|bs delete|d|destroy', 'volume', {
      safeVariant: 'vultr-cli block-storage get',
    }),
    command('snapshot|sn delete|destroy', 'backup', { safeVariant: 'vultr-cli snapshot get' }),
    command('database delete|d|destroy', 'database', { safeVariant: 'vultr-cli database get' }),
    command('database db delete', 'database', { safeVariant: 'vultr-cli database db list' }),
    command('object-storage delete|destroy', 'bucket', {
      safeVariant: 'vultr-cli object-storage get',
    }),
    command('container-registry|cr delete|d|destroy', 'files', {
      safeVariant: 'vultr-cli container-registry get',
    }),
    command('kubernetes|k delete|d|destroy', 'environment', {
      products: [],
      safeVariant: 'vultr-cli kubernetes get',
      recovery: 'block storage stays unless --delete-resources is given',
    }),
    command('kubernetes|k delete|d|destroy', 'volume', {
      onlyWith: ['--delete-resources|-r'],
      safeVariant: 'vultr-cli kubernetes get',
    }),
    command('dns domain delete|destroy', 'service', { safeVariant: 'vultr-cli dns domain get' }),
  ],
  api: {
    hosts: ['api.vultr.com'],
    operations: [
      operation('DELETE /v2/instances/{instance}', 'service'),
      operation('POST /v2/instances/{instance}/reinstall', 'volume'),
      operation('DELETE /v2/bare-metals/{server}', 'service'),
      operation('DELETE /v2/blocks/{block}', 'volume'),
      operation('DELETE /v2/snapshots/{snapshot}', 'backup'),
      operation('DELETE /v2/databases/{database}', 'database'),
      operation('DELETE /v2/databases/{database}/dbs/{name}', 'database'),
      operation('DELETE /v2/object-storage/{storage}', 'bucket'),
      operation('DELETE /v2/kubernetes/clusters/{cluster}', 'environment'),
      operation('DELETE /v2/kubernetes/clusters/{cluster}/delete-with-linked-resources', 'volume'),
    ],
  },
  hosts: [
    {
      suffix: '.vultrdb.com',
      environmentLocal: false,
      source: 'https://docs.vultr.com/products/managed-databases',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('vultr', 'Vultr', {
      files: [{ glob: '**/*.tf', hints: ['vultr/vultr', 'provider "vultr"'] }],
      npm: ['@vultr/vultr-node'],
      others: ['github.com/vultr/govultr'],
    }),
  ],
});
