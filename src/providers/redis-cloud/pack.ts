import { credentialsOf, definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://redis.io/docs/latest/operate/rc/api/get-started/manage-api-keys/',
  checkedOn,
});
const server = mcpServersOf({ source: 'https://github.com/redis/mcp-redis-cloud', checkedOn });
const operation = operationsOf({
  source: 'https://redis.io/docs/latest/operate/rc/api/api-reference/',
  checkedOn,
});

/** Everything known about Redis Cloud: credentials, API, MCP server and hosts. What `redis-cli` does is the database's, not the platform's. */
export const pack = definePack({
  id: 'redis-cloud',
  title: 'Redis Cloud',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Redis Cloud API key',
      env: ['REDISCLOUD_SECRET_KEY', 'REDISCLOUD_ACCESS_KEY'],
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      expires: 'never',
      narrower:
        'Use the API key of a user with the Viewer role, and limit it to the addresses that need it',
    }),
  ],
  api: {
    hosts: ['api.redislabs.com'],
    operations: [
      operation('DELETE /v1/subscriptions/{subscriptionId}/databases/{databaseId}', 'cache', {
        argument: 'databaseId',
      }),
      operation('DELETE /v1/subscriptions/{subscriptionId}', 'cache', {
        argument: 'subscriptionId',
      }),
      operation('DELETE /v1/fixed/subscriptions/{subscriptionId}/databases/{databaseId}', 'cache', {
        argument: 'databaseId',
      }),
      operation('DELETE /v1/fixed/subscriptions/{subscriptionId}', 'cache', {
        argument: 'subscriptionId',
      }),
    ],
  },
  mcp: [
    server({
      id: 'server',
      title: 'Redis Cloud MCP server',
      packages: ['mcp-redis-cloud', 'mcp/redis-cloud'],
      destructiveTools: ['delete_essential_subscription'],
      reach: 'account',
      narrower: 'Hand it the API key of a user with the Viewer role',
    }),
  ],
  hosts: ['.redislabs.com', '.redis-cloud.com'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    source: 'https://redis.io/docs/latest/operate/rc/databases/connect/',
    checkedOn,
  })),
});
