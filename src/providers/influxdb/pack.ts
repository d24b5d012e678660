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

const command = commandsOf(
  'influx',
  { source: 'https://docs.influxdata.com/influxdb/v2/reference/cli/influx/', checkedOn },
  { targets: ['INFLUX_HOST'] },
);
const third = commandsOf(
  'influxdb3',
  {
    source: 'https://docs.influxdata.com/influxdb3/core/reference/cli/influxdb3/delete/',
    checkedOn,
  },
  { asks: 'unless-flag', targets: ['INFLUXDB3_HOST_URL'] },
);
const commands: readonly CommandSpec[] = [
  command('bucket delete', 'database', { safeVariant: 'influx bucket list' }),
  command('delete', 'database', { safeVariant: 'influx query' }),
  command('org|organization delete', 'project', { safeVariant: 'influx org list' }),
  command('restore', 'database', {
    onlyWith: ['--full'],
    safeVariant: 'influx restore --new-bucket',
  }),
  command('stacks rm|remove|uninstall', 'database', {
    asks: 'unless-flag',
    skipsPrompt: ['--force'],
    safeVariant: 'influx stacks',
  }),
  // Without the flag the deletion is soft and can be taken back for a while.
  third('delete database|table', 'database', {
    onlyWith: ['--hard-delete now'],
    safeVariant: 'influxdb3 show databases',
  }),
];

const token = credentialsOf({
  source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
  checkedOn,
});
const dedicated = credentialsOf({
  source: 'https://docs.influxdata.com/influxdb3/cloud-dedicated/admin/tokens/',
  checkedOn,
});
const credentials: readonly CredentialSpec[] = [
  token({
    id: 'token',
    title: 'InfluxDB API token',
    env: ['INFLUX_TOKEN', 'INFLUXDB_TOKEN', 'INFLUX_DB_TOKEN', 'INFLUXDB3_AUTH_TOKEN'],
    scope: null,
    // All access, or certain buckets: the text does not say.
    actions: null,
    plane: 'data',
    narrower: 'Create a token that reads or writes the buckets it needs',
  }),
  token({
    id: 'admin-token',
    title: 'InfluxDB operator token',
    env: ['DOCKER_INFLUXDB_INIT_ADMIN_TOKEN'],
    scope: 'resource',
    actions: ['read', 'write', 'delete', 'admin'],
    plane: 'data',
    expires: 'never',
    narrower: 'Create a token that reads or writes the buckets it needs',
  }),
  dedicated({
    id: 'management-token',
    title: 'InfluxDB management token',
    env: ['INFLUX_DB_MANAGEMENT_TOKEN'],
    scope: 'project',
    actions: ['read', 'write', 'delete', 'admin'],
    expires: 'optional',
    narrower: 'Use a database token, which only reads or writes one database',
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/influxdata/influxdb3_mcp_server',
  checkedOn,
});
const mcp: readonly McpSpec[] = [
  server({
    id: 'server',
    title: 'InfluxDB MCP server',
    packages: ['@influxdata/influxdb3-mcp-server', 'influxdata/influxdb3-mcp-server'],
    destructiveTools: [
      'delete_database',
      'update_database',
      'delete_token',
      'regenerate_operator_token',
      'cloud_delete_database_token',
    ],
    readOnly: [mcpSwitch('INFLUX_MCP_TOOL_PROFILE=readonly')],
    narrower: 'Set INFLUX_MCP_TOOL_PROFILE=readonly, and hand it a token that only reads',
  }),
];

const operation = operationsOf({
  source: 'https://docs.influxdata.com/influxdb/cloud/api/',
  checkedOn,
});
const api: ApiSpec = {
  hosts: ['.cloud2.influxdata.com'],
  operations: [
    operation('DELETE /api/v2/buckets/{bucketID}', 'database', { argument: 'bucketID' }),
    operation('POST /api/v2/delete', 'database', { argument: 'bucket' }),
    operation('DELETE /api/v2/orgs/{orgID}', 'project', { argument: 'orgID' }),
  ],
};

/** Everything known about InfluxDB: credentials, commands, API, MCP server and hosts. */
export const pack = definePack({
  id: 'influxdb',
  title: 'InfluxDB',
  credentials,
  commands,
  api,
  mcp,
  hosts: [
    {
      suffix: '.cloud2.influxdata.com',
      environmentLocal: false,
      source: 'https://docs.influxdata.com/influxdb/cloud/reference/regions/',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('influxdb', 'InfluxDB', {
      npm: ['@influxdata/influxdb-client', '@influxdata/influxdb3-client'],
      python: ['influxdb-client', 'influxdb3-python'],
      others: ['influxdata/influxdb-client-go/v2', 'influxdb-client'],
    }),
  ],
});
