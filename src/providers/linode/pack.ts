import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const api = 'https://techdocs.akamai.com/linode-api/reference/api';
// The CLI is generated from the API: it never asks.
const command = commandsOf(
  'linode-cli|linode|lin',
  { source: 'https://techdocs.akamai.com/cloud-computing/docs/cli', checkedOn },
  {},
  {
    // A machine holds none of what is declared beside it.
    linodes: [],
    lke: [],
    volumes: ['linode-volume'],
    databases: ['linode-database', 'postgres', 'mysql'],
  },
);
const storage = commandsOf('linode-cli|linode|lin', {
  source: 'https://github.com/linode/linode-cli/tree/main/linodecli/plugins/obj',
  checkedOn,
});
const operation = operationsOf({ source: api, checkedOn });
const credential = credentialsOf({
  source: 'https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens',
  checkedOn,
});
const key = credentialsOf({
  source: 'https://techdocs.akamai.com/cloud-computing/docs/manage-access-keys',
  checkedOn,
});
const backupsGo = 'the existing backups of the instance are deleted with the service';

/** Everything known about Linode (Akamai Cloud). */
export const pack = definePack({
  id: 'linode',
  title: 'Linode',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'personal-token',
      title: 'Linode personal access token',
      env: ['LINODE_TOKEN', 'LINODE_CLI_TOKEN', 'LINODE_API_TOKEN'],
      headers: ['authorization'],
      shape: /[0-9a-f]{64}/,
      // Each category of the account is none, read or read-write; the value does not show which.
      scope: 'account',
      actions: null,
      expires: 'optional',
      narrower:
        'Create a token limited to the categories needed, read-only elsewhere, with an expiry',
    }),
    key({
      id: 'object-storage-key',
      title: 'Linode Object Storage secret key',
      env: ['LINODE_OBJ_SECRET_KEY', 'LINODE_CLI_OBJ_SECRET_KEY'],
      scope: null,
      actions: null,
      plane: 'data',
      narrower: 'Create a limited access key for one bucket, read-only where nothing is written',
    }),
  ],
  commands: [
    command('linodes delete|rm', 'service', { safeVariant: 'linode-cli linodes view' }),
    command('linodes rebuild', 'volume', { safeVariant: 'linode-cli linodes view' }),
    command('linodes disk-delete', 'volume', { safeVariant: 'linode-cli linodes disks-list' }),
    command('linodes backups-cancel', 'backup', {
      safeVariant: 'linode-cli linodes backups-list',
    }),
    command('volumes delete|rm', 'volume', { safeVariant: 'linode-cli volumes view' }),
    command('images delete|rm', 'backup', { safeVariant: 'linode-cli images view' }),
    command('databases postgresql-delete|mysql-delete', 'database', {
      safeVariant: 'linode-cli databases list',
    }),
    command('lke cluster-delete', 'environment', { safeVariant: 'linode-cli lke clusters-list' }),
    // An empty bucket only, unless it is told to delete the objects first.
    storage('obj rb', 'bucket', { onlyWith: ['--recursive'], safeVariant: 'linode-cli obj ls' }),
    storage('obj rm|del', 'files', { safeVariant: 'linode-cli obj ls' }),
  ],
  api: {
    hosts: ['api.linode.com'],
    operations: [
      operation('DELETE /v4/linode/instances/{linode}', 'service'),
      operation('POST /v4/linode/instances/{linode}/rebuild', 'volume'),
      operation('POST /v4/linode/instances/{linode}/backups/cancel', 'backup', {
        recovery: backupsGo,
      }),
      operation('DELETE /v4/linode/instances/{linode}/disks/{disk}', 'volume'),
      operation('DELETE /v4/volumes/{volume}', 'volume'),
      operation('DELETE /v4/images/{image}', 'backup'),
      operation('DELETE /v4/databases/postgresql/instances/{instance}', 'database'),
      operation('DELETE /v4/databases/mysql/instances/{instance}', 'database'),
      operation('DELETE /v4/lke/clusters/{cluster}', 'environment'),
      operation('DELETE /v4/object-storage/buckets/{region}/{bucket}', 'bucket'),
    ],
  },
  hosts: ['.akamaidb.net', '.linodedb.net'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    source: 'https://techdocs.akamai.com/cloud-computing/docs/aiven-postgresql',
    checkedOn,
  })),
  collectors: [
    toolingCollector('linode', 'Linode', {
      files: [{ glob: '**/*.tf', hints: ['linode/linode', 'provider "linode"'] }],
      npm: ['@linode/api-v4'],
      python: ['linode-cli', 'linode_api4', 'linode-api4'],
      others: ['github.com/linode/linodego'],
    }),
  ],
});
