import type { ApiSpec, CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';

/** What `clickhouse-client` does is in its SQL. */
const command = commandsOf('clickhousectl', {
  source: 'https://github.com/ClickHouse/clickhousectl',
  checkedOn,
});
const commands: readonly CommandSpec[] = [
  command('cloud service delete', 'database', { safeVariant: 'clickhousectl cloud service list' }),
  command('cloud postgres delete', 'database', {
    safeVariant: 'clickhousectl cloud postgres list',
  }),
];

const cloud = credentialsOf({
  source: 'https://clickhouse.com/docs/cloud/manage/openapi',
  checkedOn,
});
const login = credentialsOf({
  source: 'https://clickhouse.com/docs/cloud/security/manage-database-users',
  checkedOn,
});
const credentials: readonly CredentialSpec[] = [
  cloud({
    id: 'api-secret',
    title: 'ClickHouse Cloud API key secret',
    env: ['CLICKHOUSE_CLOUD_API_SECRET', 'CLICKHOUSE_API_SECRET'],
    shape: /4b1d[A-Za-z0-9]{38}/,
    // Admin, developer or a query endpoint: the text does not say.
    scope: 'organization',
    actions: null,
    expires: 'optional',
    narrower: 'Use a key of the Developer role, or of a query endpoint, with an expiry',
  }),
  login({
    id: 'password',
    title: 'ClickHouse password',
    env: ['CLICKHOUSE_PASSWORD'],
    scope: 'resource',
    actions: null,
    plane: 'data',
    expires: 'never',
    narrower: 'Connect as a user with a readonly profile instead of the user default',
  }),
];

const server = mcpServersOf({ source: 'https://github.com/ClickHouse/mcp-clickhouse', checkedOn });
const mcp: readonly McpSpec[] = [
  server({
    id: 'server',
    title: 'ClickHouse MCP server',
    packages: ['mcp-clickhouse', 'mcp/clickhouse'],
    destructiveTools: ['run_query'],
    // Without the first it only reads; DROP and TRUNCATE want CLICKHOUSE_ALLOW_DROP as well, ALTER … DELETE does not.
    writesWith: [mcpSwitch('CLICKHOUSE_ALLOW_WRITE_ACCESS=true')],
    narrower: 'Remove CLICKHOUSE_ALLOW_WRITE_ACCESS and CLICKHOUSE_ALLOW_DROP',
  }),
];

const operation = operationsOf({
  source: 'https://clickhouse.com/docs/cloud/manage/api/swagger',
  checkedOn,
});
const organization = '/v1/organizations/{organizationId}';
const api: ApiSpec = {
  hosts: ['api.clickhouse.cloud'],
  operations: [
    operation(`DELETE ${organization}/services/{serviceId}`, 'database', {
      argument: 'serviceId',
    }),
    operation(`DELETE ${organization}/postgres/{postgresId}`, 'database', {
      argument: 'postgresId',
    }),
    operation(`DELETE ${organization}/services/{serviceId}/backupBucket`, 'backup', {
      argument: 'serviceId',
    }),
  ],
};

/** Everything known about ClickHouse Cloud: credentials, commands, API, MCP server and hosts. */
export const pack = definePack({
  id: 'clickhouse-cloud',
  title: 'ClickHouse Cloud',
  credentials,
  commands,
  api,
  mcp,
  hosts: [
    {
      suffix: '.clickhouse.cloud',
      environmentLocal: false,
      source: 'https://clickhouse.com/docs/cloud/get-started/cloud-quick-start',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('clickhouse-cloud', 'ClickHouse Cloud', {
      npm: ['@clickhouse/client', '@clickhouse/client-web'],
      python: ['clickhouse-connect', 'clickhouse-driver'],
      others: ['ClickHouse/clickhouse-go/v2', 'com.clickhouse'],
    }),
  ],
});
