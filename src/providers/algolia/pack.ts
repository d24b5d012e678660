import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'algolia',
  { source: 'https://github.com/algolia/cli/tree/main/pkg/cmd', checkedOn },
  { asks: 'needs-flag', skipsPrompt: ['--confirm|-y'], harmlessWith: ['--dry-run'] },
);
const credential = credentialsOf({
  source: 'https://www.algolia.com/doc/guides/security/api-keys/',
  checkedOn,
});
const operation = operationsOf({
  source: 'https://www.algolia.com/doc/rest-api/search/',
  checkedOn,
});
const narrower = 'Create a key with the rights the job needs, limited to the indices it needs';

/** Everything known about Algolia: credentials, commands and API. */
export const pack = definePack({
  id: 'algolia',
  title: 'Algolia',
  credentials: [
    credential({
      id: 'admin-key',
      title: 'Algolia admin API key',
      env: ['ALGOLIA_ADMIN_API_KEY', 'ALGOLIA_ADMIN_KEY'],
      shape: /[0-9a-f]{32}/,
      scope: 'project',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      expires: 'never',
      narrower,
    }),
    credential({
      id: 'write-key',
      title: 'Algolia write API key',
      env: ['ALGOLIA_WRITE_API_KEY', 'ALGOLIA_WRITE_KEY'],
      shape: /[0-9a-f]{32}/,
      scope: 'project',
      // The rights of a key are not in the text.
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower,
    }),
    credential({
      id: 'search-key',
      title: 'Algolia search API key',
      env: ['ALGOLIA_SEARCH_API_KEY', 'ALGOLIA_SEARCH_KEY', 'ALGOLIA_SEARCH_ONLY_API_KEY'],
      scope: 'project',
      actions: ['read'],
      plane: 'data',
      narrower: 'Nothing to do: it is published with the search page',
      isPublic: true,
    }),
  ],
  commands: [
    command('indices|index delete', 'database', { safeVariant: 'algolia indices list' }),
    command('indices|index clear', 'database', { safeVariant: 'algolia indices list' }),
    command('objects|records delete', 'database', {
      onlyWith: ['--filters'],
      safeVariant: 'algolia objects browse',
    }),
  ],
  api: {
    hosts: ['.algolia.net', '.algolianet.com'],
    operations: [
      operation('DELETE /1/indexes/{indexName}', 'database', { argument: 'indexName' }),
      operation('POST /1/indexes/{indexName}/clear', 'database', { argument: 'indexName' }),
    ],
  },
  collectors: [
    toolingCollector('algolia', 'Algolia', {
      npm: ['algoliasearch', '@algolia/client-search'],
      python: ['algoliasearch'],
      others: ['algolia', 'algoliasearch-rails', 'algolia/algoliasearch-client-php'],
    }),
  ],
});
