import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
// It never asks about these.
const command = commandsOf(
  'scw',
  { source: 'https://github.com/scaleway/scaleway-cli/tree/master/docs/commands', checkedOn },
  {},
  {
    // What is declared by its address alone goes by the name of its engine.
    rdb: ['scaleway-database', 'postgres', 'mysql'],
    mongodb: ['scaleway-mongodb', 'mongodb'],
    redis: ['redis'],
    'sdb-sql': ['postgres'],
    datawarehouse: ['clickhouse'],
    searchdb: ['elasticsearch'],
    instance: ['scaleway-volume'],
    block: ['scaleway-volume'],
    file: [],
    object: ['scaleway-bucket'],
    baremetal: [],
    container: [],
    function: [],
    secret: [],
    keymanager: [],
    k8s: [],
    dns: [],
  },
);
const operation = operationsOf({
  source: 'https://www.scaleway.com/en/developers/api/',
  checkedOn,
});
const credential = credentialsOf({
  source: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
  checkedOn,
});
/** What a key may do is said by the policies of the user or application that bears it. */
const policies = {
  scope: null,
  actions: null,
  expires: 'optional',
  narrower:
    'Use the key of an IAM application whose policy is limited to one project and grants no deletion, with an expiry',
} as const;

/** Everything known about Scaleway. */
export const pack = definePack({
  id: 'scaleway',
  title: 'Scaleway',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'secret-key',
      title: 'Scaleway secret key',
      env: ['SCW_SECRET_KEY', 'SCALEWAY_SECRET_KEY'],
      headers: ['x-auth-token'],
      shape: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
      ...policies,
    }),
    credential({
      id: 'access-key',
      title: 'Scaleway access key (the name of an API key, useless without its secret)',
      env: ['SCW_ACCESS_KEY', 'SCALEWAY_ACCESS_KEY'],
      prefixes: ['SCW'],
      shape: /SCW[0-9A-Z]{17}/,
      ...policies,
    }),
  ],
  commands: [
    command('rdb instance delete', 'database', { safeVariant: 'scw rdb instance get' }),
    command('rdb database delete', 'database', { safeVariant: 'scw rdb database list' }),
    command('rdb backup|snapshot delete', 'backup', { safeVariant: 'scw rdb backup list' }),
    command('rdb backup restore', 'database', { safeVariant: 'scw rdb backup get' }),
    command('mongodb instance delete', 'database', { safeVariant: 'scw mongodb instance get' }),
    command('mongodb snapshot delete', 'backup', { safeVariant: 'scw mongodb snapshot get' }),
    command('redis cluster delete', 'cache', { safeVariant: 'scw redis cluster get' }),
    command('sdb-sql database delete', 'database', { safeVariant: 'scw sdb-sql database get' }),
    command('datawarehouse deployment|database delete', 'database'),
    command('searchdb deployment delete', 'database', {
      safeVariant: 'scw searchdb deployment get',
    }),
    // The volumes go too, unless `with-volumes=none` is given.
    command('instance server delete', 'volume', { safeVariant: 'scw instance server get' }),
    command('instance server terminate', 'volume', { safeVariant: 'scw instance server get' }),
    command('instance volume delete', 'volume', { safeVariant: 'scw instance volume get' }),
    command('instance snapshot|image delete', 'backup', {
      safeVariant: 'scw instance snapshot get',
    }),
    command('block volume delete', 'volume', { safeVariant: 'scw block volume get' }),
    command('block snapshot delete', 'backup', { safeVariant: 'scw block snapshot get' }),
    command('file filesystem delete', 'volume', { safeVariant: 'scw file filesystem get' }),
    command('object bucket delete', 'bucket', { safeVariant: 'scw object bucket get' }),
    command('k8s cluster delete', 'environment', { safeVariant: 'scw k8s cluster get' }),
    command('baremetal server delete', 'service', { safeVariant: 'scw baremetal server get' }),
    command('container namespace delete', 'service'),
    command('function namespace delete', 'service'),
    command('registry namespace delete', 'files', { safeVariant: 'scw registry namespace get' }),
    command('secret secret delete', 'service', { safeVariant: 'scw secret secret get' }),
    command('keymanager key delete', 'anything', { safeVariant: 'scw keymanager key get' }),
    command('account project delete', 'project', { safeVariant: 'scw account project get' }),
    command('dns zone delete', 'service', { safeVariant: 'scw dns zone list' }),
  ],
  api: {
    hosts: ['api.scaleway.com'],
    operations: [
      operation('DELETE /rdb/v1/regions/{region}/instances/{instance}', 'database'),
      operation('DELETE /rdb/v1/regions/{region}/backups/{backup}', 'backup'),
      operation('DELETE /instance/v1/zones/{zone}/servers/{server}', 'service'),
      operation('DELETE /instance/v1/zones/{zone}/volumes/{volume}', 'volume'),
      operation('DELETE /instance/v1/zones/{zone}/snapshots/{snapshot}', 'backup'),
      operation('DELETE /block/v1/zones/{zone}/volumes/{volume}', 'volume'),
      operation('DELETE /block/v1/zones/{zone}/snapshots/{snapshot}', 'backup'),
      operation('DELETE /redis/v1/zones/{zone}/clusters/{cluster}', 'cache'),
      operation('DELETE /k8s/v1/regions/{region}/clusters/{cluster}', 'environment'),
      operation('DELETE /account/v3/projects/{project}', 'project'),
    ],
  },
  variables: [
    {
      env: ['SCW_DEFAULT_PROJECT_ID'],
      names: { what: 'project' },
      companions: [],
      source: 'https://github.com/scaleway/scaleway-sdk-go/blob/master/scw/README.md',
      checkedOn,
    },
  ],
  hosts: [
    {
      suffix: '.scw.cloud',
      environmentLocal: false,
      source:
        'https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql/how-to/connect-database-instance/',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('scaleway', 'Scaleway', {
      files: [{ glob: '**/*.tf', hints: ['scaleway/scaleway', 'provider "scaleway"'] }],
      npm: ['@scaleway/sdk', '@scaleway/sdk-client'],
      python: ['scaleway'],
      others: ['github.com/scaleway/scaleway-sdk-go'],
    }),
  ],
});
