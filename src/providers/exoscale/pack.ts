import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'exo',
  { source: 'https://github.com/exoscale/cli/tree/master/cmd', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--force|-f'] },
);
const operation = operationsOf({ source: 'https://openapi-v2.exoscale.com/', checkedOn });
const credential = credentialsOf({
  source: 'https://community.exoscale.com/product/iam/',
  checkedOn,
});
const zones = [
  'ch-gva-2',
  'ch-dk-2',
  'at-vie-1',
  'at-vie-2',
  'de-fra-1',
  'de-muc-1',
  'bg-sof-1',
  'hr-zag-1',
] as const;

/** Everything known about Exoscale. */
export const pack = definePack({
  id: 'exoscale',
  title: 'Exoscale',
  credentials: [
    credential({
      id: 'api-secret',
      title: 'Exoscale API secret',
      env: ['EXOSCALE_API_SECRET'],
      // What the key may do is said by its IAM role.
      scope: null,
      actions: null,
      narrower: 'Give the key an IAM role that allows the services needed and no deletion',
    }),
  ],
  commands: [
    command('dbaas delete|rm', 'database', { safeVariant: 'exo dbaas show' }),
    command('dbaas database delete|rm', 'database', { safeVariant: 'exo dbaas show' }),
    command('compute|c instance|i delete|rm', 'service', {
      safeVariant: 'exo compute instance show',
    }),
    command('compute|c instance|i snapshot|snap delete|rm', 'backup', {
      safeVariant: 'exo compute instance snapshot list',
    }),
    command('compute|c instance|i snapshot|snap revert', 'volume', {
      safeVariant: 'exo compute instance snapshot list',
    }),
    command('compute|c instance-pool|pool delete|rm', 'service', {
      safeVariant: 'exo compute instance-pool show',
    }),
    command('compute|c instance-template|template delete|rm', 'backup', {
      safeVariant: 'exo compute instance-template show',
    }),
    command('compute|c block-storage|block|bs delete|del', 'volume', {
      safeVariant: 'exo compute block-storage show',
    }),
    command('compute|c block-storage|block|bs snapshot|snap|shot delete|del', 'backup', {
      safeVariant: 'exo compute block-storage snapshot list',
    }),
    command('compute|c sks delete|rm', 'environment', { safeVariant: 'exo compute sks show' }),
    command('storage rb', 'bucket', {
      onlyWith: ['--recursive|-r'],
      safeVariant: 'exo storage list',
    }),
    command('storage delete|del|rm', 'files', { safeVariant: 'exo storage list' }),
    command('dns delete', 'service', { safeVariant: 'exo dns show' }),
  ],
  api: {
    hosts: zones.map((zone) => `api-${zone}.exoscale.com`),
    operations: [
      operation('DELETE /v2/dbaas-service/{name}', 'database'),
      operation('DELETE /v2/dbaas-postgres/{name}', 'database'),
      operation('DELETE /v2/dbaas-mysql/{name}', 'database'),
      operation('DELETE /v2/block-storage/{volume}', 'volume'),
      operation('DELETE /v2/block-storage-snapshot/{snapshot}', 'backup'),
      operation('DELETE /v2/instance/{instance}', 'service'),
      operation('DELETE /v2/snapshot/{snapshot}', 'backup'),
      operation('DELETE /v2/sks-cluster/{cluster}', 'environment'),
    ],
  },
  collectors: [
    toolingCollector('exoscale', 'Exoscale', {
      files: [
        { glob: '**/exoscale.toml' },
        { glob: '**/*.tf', hints: ['exoscale/exoscale', 'provider "exoscale"'] },
      ],
      python: ['exoscale'],
      others: ['github.com/exoscale/egoscale'],
    }),
  ],
});
