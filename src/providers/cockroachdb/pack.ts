import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf('ccloud', {
  source: 'https://www.cockroachlabs.com/docs/cockroachcloud/ccloud-get-started',
  checkedOn,
});
const credential = credentialsOf({
  source: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
  checkedOn,
});
const operation = operationsOf({
  source: 'https://www.cockroachlabs.com/docs/api/cloud/v1',
  checkedOn,
});

/** Everything known about CockroachDB Cloud: credentials, commands, API and hosts. */
export const pack = definePack({
  id: 'cockroachdb',
  title: 'CockroachDB Cloud',
  credentials: [
    credential({
      id: 'api-key',
      title: 'CockroachDB Cloud API key',
      env: ['COCKROACH_API_KEY', 'COCKROACH_CLOUD_API_KEY'],
      headers: ['authorization'],
      prefixes: ['CCDB1_'],
      shape: /CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}/,
      // The roles of its service account are not in the text.
      scope: null,
      actions: null,
      expires: 'never',
      narrower:
        'Give the service account a role on one non-production cluster, and switch on delete protection for the others',
    }),
  ],
  commands: [
    command('cluster delete', 'database', {
      asks: 'unless-flag',
      safeVariant: 'ccloud cluster list',
      recovery: 'delete protection has to be switched off first, where it is on',
    }),
  ],
  api: {
    hosts: ['cockroachlabs.cloud'],
    operations: [
      operation('DELETE /api/v1/clusters/{cluster_id}', 'database', { argument: 'cluster_id' }),
      operation('DELETE /api/v1/clusters/{cluster_id}/databases/{name}', 'database', {
        argument: 'name',
      }),
      operation('DELETE /api/v1/folders/{folder_id}', 'project', { argument: 'folder_id' }),
    ],
  },
  hosts: [
    {
      suffix: '.cockroachlabs.cloud',
      environmentLocal: false,
      source: 'https://www.cockroachlabs.com/docs/cockroachcloud/connect-to-your-cluster',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('cockroachdb', 'CockroachDB Cloud', {
      python: ['sqlalchemy-cockroachdb', 'django-cockroachdb'],
      others: ['activerecord-cockroachdb-adapter', 'cockroachdb/cockroach-cloud-sdk-go'],
    }),
  ],
});
