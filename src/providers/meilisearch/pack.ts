import { credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://www.meilisearch.com/docs/learn/security/basic_security',
  checkedOn,
});
const operation = operationsOf({
  source: 'https://www.meilisearch.com/docs/reference/api/indexes',
  checkedOn,
});

/** Everything known about Meilisearch: credentials and API. */
export const pack = definePack({
  id: 'meilisearch',
  title: 'Meilisearch',
  credentials: [
    credential({
      id: 'master-key',
      title: 'Meilisearch master key',
      env: ['MEILI_MASTER_KEY', 'MEILISEARCH_MASTER_KEY'],
      scope: 'resource',
      // All indices, and it makes further keys.
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      expires: 'never',
      narrower: 'Use an API key with the actions and indices the job needs, and an expiry',
    }),
    credential({
      id: 'admin-key',
      title: 'Meilisearch admin key',
      env: ['MEILI_ADMIN_KEY', 'MEILISEARCH_ADMIN_KEY', 'MEILISEARCH_ADMIN_API_KEY'],
      scope: 'resource',
      actions: ['read', 'write', 'delete'],
      plane: 'data',
      expires: 'optional',
      narrower: 'Use an API key with the actions and indices the job needs, and an expiry',
    }),
  ],
  api: {
    hosts: ['.meilisearch.io'],
    operations: [
      operation('DELETE /indexes/{index_uid}', 'database', { argument: 'index_uid' }),
      operation('DELETE /indexes/{index_uid}/documents', 'database', { argument: 'index_uid' }),
    ],
  },
  collectors: [
    toolingCollector('meilisearch', 'Meilisearch', {
      npm: ['meilisearch'],
      python: ['meilisearch'],
      others: [
        'meilisearch',
        'meilisearch-rails',
        'meilisearch/meilisearch-php',
        'meilisearch-sdk',
      ],
    }),
  ],
});
