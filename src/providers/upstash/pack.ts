import type { CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';

const command = commandsOf(
  'upstash|@upstash/cli',
  { source: 'https://github.com/upstash/cli/tree/main/src/commands', checkedOn },
  { harmlessWith: ['--dry-run'] },
);
const commands: readonly CommandSpec[] = [
  command('redis delete', 'cache', { safeVariant: 'upstash redis delete --dry-run' }),
  command('redis exec FLUSHALL|FLUSHDB|flushall|flushdb', 'cache', {
    safeVariant: 'upstash redis exec DBSIZE',
  }),
  command('redis backup delete', 'backup', { safeVariant: 'upstash redis backup list' }),
  command('redis backup restore', 'cache', { safeVariant: 'upstash redis backup list' }),
  command('vector delete', 'database', { safeVariant: 'upstash vector delete --dry-run' }),
  command('search delete', 'database', { safeVariant: 'upstash search delete --dry-run' }),
  command('team delete', 'account', { safeVariant: 'upstash team delete --dry-run' }),
];

const management = credentialsOf({
  source: 'https://upstash.com/docs/devops/developer-api/authentication',
  checkedOn,
});
const rest = credentialsOf({
  source: 'https://upstash.com/docs/redis/features/restapi',
  checkedOn,
});
const readOnly =
  'Use the read-only token of the database where reading is enough, and one database for each environment';
const credentials: readonly CredentialSpec[] = [
  management({
    id: 'management-key',
    title: 'Upstash management API key',
    env: ['UPSTASH_API_KEY', 'UPSTASH_MANAGEMENT_API_KEY'],
    // All databases of all products of the account; no key can be limited to one.
    scope: 'account',
    actions: ['read', 'write', 'delete', 'admin'],
    expires: 'never',
    narrower: 'Use a read-only API key, or the REST token of one database',
  }),
  rest({
    id: 'redis-token',
    title: 'Upstash Redis REST token',
    env: ['UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_REDIS_TOKEN'],
    scope: 'resource',
    // The read-only token of a database looks the same.
    actions: null,
    plane: 'data',
    narrower: readOnly,
  }),
  rest({
    id: 'vector-token',
    title: 'Upstash Vector REST token',
    env: ['UPSTASH_VECTOR_REST_TOKEN'],
    scope: 'resource',
    actions: null,
    plane: 'data',
    narrower: readOnly,
  }),
  rest({
    id: 'search-token',
    title: 'Upstash Search REST token',
    env: ['UPSTASH_SEARCH_REST_TOKEN'],
    scope: 'resource',
    actions: null,
    plane: 'data',
    narrower: readOnly,
  }),
  rest({
    id: 'qstash-token',
    title: 'Upstash QStash token',
    env: ['QSTASH_TOKEN'],
    scope: 'resource',
    actions: ['read', 'write', 'delete'],
    plane: 'comms',
    narrower: 'Keep the token in the secret store of the server that publishes',
  }),
];

const server = mcpServersOf({ source: 'https://github.com/upstash/mcp-server', checkedOn });
const mcp: readonly McpSpec[] = [
  server({
    id: 'local',
    title: 'Upstash MCP server',
    packages: ['@upstash/mcp-server'],
    destructiveTools: [
      'redis_database_delete',
      'redis_database_reset_password',
      'redis_database_run_redis_commands',
      'redis_database_manage_backup',
    ],
    reach: 'account',
    narrower: 'Hand it a read-only API key: it then leaves out every tool that changes something',
  }),
];

const operation = operationsOf({
  source: 'https://upstash.com/docs/devops/developer-api/introduction',
  checkedOn,
});

/** Everything known about Upstash: credentials, commands, API, MCP server and hosts. */
export const pack = definePack({
  id: 'upstash',
  title: 'Upstash',
  credentials,
  commands,
  api: {
    hosts: ['api.upstash.com'],
    operations: [
      operation('DELETE /v2/redis/database/{id}', 'cache', { argument: 'id' }),
      operation('DELETE /v2/redis/delete-backup/{id}/{backup_id}', 'backup', {
        argument: 'backup_id',
      }),
      operation('POST /v2/redis/restore-backup/{id}', 'cache', { argument: 'id' }),
      operation('DELETE /v2/vector/index/{id}', 'database', { argument: 'id' }),
    ],
  },
  mcp,
  hosts: [
    {
      suffix: '.upstash.io',
      environmentLocal: false,
      store: {
        product: 'upstash-redis',
        namedBy: 'first-label',
        // Databases are called by two or three words and a number; other services by a region.
        shape: /[a-z]{2,20}(?:-[a-z]{2,20}){1,2}-\d{3,8}/,
      },
      source: 'https://upstash.com/docs/redis/howto/connectclient',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'upstash-redis',
      title: 'Upstash Redis database',
      holds: 'cache',
      // What becomes of those of a deleted database is not documented.
      backupsDieWithStore: false,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service'],
      source: 'https://upstash.com/docs/redis/features/backup',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('upstash', 'Upstash', {
      npm: [
        '@upstash/redis',
        '@upstash/vector',
        '@upstash/search',
        '@upstash/qstash',
        '@upstash/cli',
      ],
      python: ['upstash-redis', 'upstash-vector', 'upstash-search', 'qstash'],
    }),
  ],
});
