import type { ApiSpec, CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';

const checkedOn = '2026-11-21';

/** Commands named after the API never ask. */
const command = commandsOf('appwrite|appwrite-cli', {
  source: 'https://github.com/appwrite/sdk-for-cli/tree/master/internal/cmd/services',
  checkedOn,
});
const commands: readonly CommandSpec[] = [
  command('databases|tablesdb delete', 'database', { safeVariant: 'appwrite tablesdb list' }),
  command('databases delete-collection|delete-documents', 'database', {
    safeVariant: 'appwrite databases list-collections',
  }),
  command('tablesdb delete-table|delete-rows', 'database', {
    safeVariant: 'appwrite tablesdb list-tables',
  }),
  // Deletes remote tables and columns that the local configuration no longer has.
  command('push all|tables|table|collections|collection', 'database', {
    onlyWith: ['--force|-f'],
    safeVariant: 'appwrite pull tables',
  }),
  command('storage delete-bucket', 'bucket', { safeVariant: 'appwrite storage list-buckets' }),
  command('backups delete-archive|delete-policy', 'backup', {
    safeVariant: 'appwrite backups list-archives',
  }),
  command('project|projects delete', 'project', {
    safeVariant: 'appwrite organization list-projects',
  }),
  command('organization delete-project', 'project', {
    safeVariant: 'appwrite organization list-projects',
  }),
  command('organization delete', 'account', {
    safeVariant: 'appwrite organization list-projects',
  }),
];

const credential = credentialsOf({
  source: 'https://appwrite.io/docs/advanced/platform/api-keys',
  checkedOn,
});
const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'api-key',
    title: 'Appwrite API key',
    env: ['APPWRITE_API_KEY', 'APPWRITE_SECRET_KEY'],
    headers: ['x-appwrite-key'],
    scope: 'project',
    // Its scopes are not in the text.
    actions: null,
    expires: 'optional',
    narrower: 'Create a key with only the read scopes the job needs, and an expiry',
  }),
];

const server = mcpServersOf({ source: 'https://github.com/appwrite/mcp-for-api', checkedOn });
const mcp: readonly McpSpec[] = [
  server({
    id: 'api',
    title: 'Appwrite MCP server',
    packages: ['mcp-server-appwrite'],
    // One tool calls all others; its `confirm_write` is filled in by the model.
    destructiveTools: ['appwrite_call_tool'],
    narrower: 'Hand it an API key of a non-production project with read scopes only',
  }),
];

const operation = operationsOf({
  source: 'https://appwrite.io/docs/references/cloud/server-rest/tablesDB',
  checkedOn,
});
const api: ApiSpec = {
  hosts: ['cloud.appwrite.io', '.cloud.appwrite.io'],
  operations: [
    operation('DELETE /v1/databases/{databaseId}', 'database', { argument: 'databaseId' }),
    operation('DELETE /v1/databases/{databaseId}/collections/{collectionId}', 'database', {
      argument: 'collectionId',
    }),
    operation('DELETE /v1/tablesdb/{databaseId}', 'database', { argument: 'databaseId' }),
    operation('DELETE /v1/tablesdb/{databaseId}/tables/{tableId}', 'database', {
      argument: 'tableId',
    }),
    operation('DELETE /v1/storage/buckets/{bucketId}', 'bucket', { argument: 'bucketId' }),
  ],
};

/** Everything known about Appwrite: credentials, commands, API and MCP server. */
export const pack = definePack({
  id: 'appwrite',
  title: 'Appwrite',
  credentials,
  commands,
  api,
  mcp,
  variables: [
    {
      env: ['APPWRITE_PROJECT_ID'],
      // Databases, buckets and users of a project are one for everybody who names it.
      names: { what: 'store', product: 'appwrite-project' },
      companions: [],
      source: 'https://github.com/appwrite/mcp-for-api',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'appwrite-project',
      title: 'Appwrite project',
      holds: 'database',
      // They are kept away from the database; what becomes of those of a deleted project is not documented.
      backupsDieWithStore: false,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['environment', 'service'],
      source: 'https://appwrite.io/docs/products/databases/backups',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('appwrite', 'Appwrite', {
      files: [{ glob: '**/appwrite.json' }, { glob: '**/appwrite.config.json' }],
      npm: ['appwrite', 'node-appwrite', 'appwrite-cli'],
      python: ['appwrite'],
      others: ['appwrite/appwrite', 'appwrite/sdk-for-go'],
    }),
  ],
});
