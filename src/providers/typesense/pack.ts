import { credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const source = 'https://typesense.org/docs/latest/api/api-keys.html';
const credential = credentialsOf({ source, checkedOn });
const operation = operationsOf({
  source: 'https://typesense.org/docs/latest/api/collections.html',
  checkedOn,
});

/** Everything known about Typesense: credentials and API. */
export const pack = definePack({
  id: 'typesense',
  title: 'Typesense',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Typesense API key',
      env: ['TYPESENSE_API_KEY', 'TYPESENSE_ADMIN_API_KEY', 'TYPESENSE_ADMIN_KEY'],
      headers: ['x-typesense-api-key'],
      scope: 'resource',
      // The key a server starts with may do everything; others only what they were made for.
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower: 'Create a key with the actions and collections the job needs, and an expiry',
    }),
    credential({
      id: 'search-key',
      title: 'Typesense search key',
      env: ['TYPESENSE_SEARCH_KEY', 'TYPESENSE_SEARCH_API_KEY', 'TYPESENSE_SEARCH_ONLY_API_KEY'],
      scope: 'resource',
      actions: ['read'],
      plane: 'data',
      narrower: 'Nothing to do: it is published with the search page',
      isPublic: true,
    }),
  ],
  api: {
    hosts: ['.typesense.net'],
    operations: [
      operation('DELETE /collections/{collection}', 'database', { argument: 'collection' }),
      operation('DELETE /collections/{collection}/documents', 'database', {
        argument: 'collection',
      }),
    ],
  },
  collectors: [
    toolingCollector('typesense', 'Typesense', {
      npm: ['typesense'],
      python: ['typesense'],
      others: ['typesense', 'typesense/typesense-php', 'typesense/typesense-go'],
    }),
  ],
});
