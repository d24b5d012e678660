import type { ApiSpec, CommandSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const docs = 'https://yandex.cloud/en/docs';
const yc = commandsOf('yc', { source: `${docs}/cli/cli-ref/`, checkedOn });

const managedDatabases =
  'managed-postgresql|managed-mysql|managed-clickhouse|managed-mongodb|managed-opensearch|managed-greenplum';

const commands: readonly CommandSpec[] = [
  yc(`${managedDatabases} cluster delete`, 'database', {
    safeVariant: 'yc managed-postgresql cluster get',
  }),
  yc(
    'managed-postgresql|managed-mysql|managed-clickhouse|managed-mongodb database delete',
    'database',
    {
      safeVariant: 'yc managed-postgresql database list',
    },
  ),
  yc('managed-redis cluster delete', 'cache', { safeVariant: 'yc managed-redis cluster get' }),
  yc('managed-kafka cluster delete', 'queue', { safeVariant: 'yc managed-kafka cluster get' }),
  yc('ydb database delete', 'database', { safeVariant: 'yc ydb database get' }),
  yc('storage bucket delete', 'service', {
    safeVariant: 'yc storage bucket get',
    recovery: 'it is refused while the bucket holds objects',
  }),
  yc('compute disk delete', 'volume', { safeVariant: 'yc compute disk get' }),
  yc('compute instance delete', 'volume', {
    safeVariant: 'yc compute instance get',
    recovery: 'disks without auto-delete stay',
  }),
  yc('compute snapshot delete', 'backup', { safeVariant: 'yc compute snapshot get' }),
  yc('resource-manager folder|cloud delete', 'project', {
    safeVariant: 'yc resource-manager folder get',
  }),
  yc('managed-kubernetes cluster delete', 'files', {
    safeVariant: 'yc managed-kubernetes cluster get',
  }),
];

const operation = operationsOf({ source: `${docs}/api-design-guide/`, checkedOn });

const api: ApiSpec = {
  hosts: [
    'mdb.api.cloud.yandex.net',
    'compute.api.cloud.yandex.net',
    'resource-manager.api.cloud.yandex.net',
  ],
  operations: [
    ...['postgresql', 'mysql', 'clickhouse', 'mongodb'].map((name) =>
      operation(`DELETE /managed-${name}/v1/clusters/{id}`, 'database'),
    ),
    operation('DELETE /compute/v1/disks/{id}', 'volume'),
    operation('DELETE /compute/v1/snapshots/{id}', 'backup'),
    operation('DELETE /resource-manager/v1/folders/{id}', 'project'),
    operation('DELETE /resource-manager/v1/clouds/{id}', 'project'),
  ],
};

const credential = credentialsOf({ source: `${docs}/iam/concepts/authorization/`, checkedOn });
const narrower = 'Use a service account with a role on one folder, and an IAM token that expires';

/** Everything known about Yandex Cloud. */
export const pack = definePack({
  id: 'yandex-cloud',
  title: 'Yandex Cloud',
  commands,
  api,
  credentials: [
    credential({
      id: 'token',
      title: 'Yandex Cloud OAuth or IAM token',
      env: ['YC_TOKEN', 'YC_OAUTH_TOKEN'],
      headers: ['authorization'],
      scope: null,
      actions: null,
      narrower,
      source: `${docs}/iam/concepts/authorization/oauth-token`,
    }),
    credential({
      id: 'iam-token',
      title: 'Yandex Cloud IAM token',
      env: ['YC_IAM_TOKEN'],
      prefixes: ['t1.9'],
      shape: /t1\.9[A-Za-z0-9_-]{20,900}={0,2}\.[A-Za-z0-9_-]{86}={0,2}/,
      scope: null,
      actions: null,
      expires: 'always',
      narrower: 'Let the tool fetch its token when it runs, and write none down',
      source: `${docs}/iam/concepts/authorization/iam-token`,
    }),
    credential({
      id: 'api-key',
      title: 'Yandex Cloud API key of a service account',
      env: ['YC_API_KEY'],
      prefixes: ['AQVN'],
      shape: /AQVN[A-Za-z0-9_-]{35,38}/,
      scope: null,
      actions: null,
      expires: 'optional',
      narrower,
      source: `${docs}/iam/concepts/authorization/api-key`,
    }),
    credential({
      id: 'service-account-key',
      title: 'Yandex Cloud service account key',
      env: ['YC_SA_JSON_CREDENTIALS'],
      shape: /\{[^{}]{0,2000}"private_key"[^{}]{100,4000}\}/,
      scope: null,
      actions: null,
      expires: 'never',
      narrower: 'Use workload identity federation, and delete the exported key',
      source: `${docs}/iam/concepts/authorization/key`,
    }),
  ],
  hosts: [
    {
      suffix: '.mdb.yandexcloud.net',
      environmentLocal: false,
      source: `${docs}/managed-postgresql/operations/connect`,
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('yandex-cloud', 'Yandex Cloud', {
      files: [{ glob: '**/*.tf', hints: ['provider "yandex"', 'yandex-cloud/yandex'] }],
      npm: ['@yandex-cloud/nodejs-sdk'],
      python: ['yandexcloud'],
      others: ['github.com/yandex-cloud/go-sdk'],
    }),
  ],
});
