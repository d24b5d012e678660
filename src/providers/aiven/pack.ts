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
const client = 'https://github.com/aiven/aiven-client/blob/main/aiven/client/cli.py';
const protection = 'termination protection has to be switched off first, where it is on';

const command = commandsOf('avn', { source: client, checkedOn });
const asking = { asks: 'needs-flag', skipsPrompt: ['--force|-f'] } as const;
const commands: readonly CommandSpec[] = [
  command('service terminate', 'database', {
    ...asking,
    safeVariant: 'avn service get',
    recovery: protection,
  }),
  command('service update', 'queue', {
    onlyWith: ['--power-off'],
    safeVariant: 'avn service get',
    recovery: 'services with backups come back from the newest one, topics of Apache Kafka do not',
  }),
  command('service database-delete', 'database', { safeVariant: 'avn service database-list' }),
  command('service clickhouse database delete', 'database', {
    safeVariant: 'avn service clickhouse database list',
  }),
  command('service index-delete', 'database', { safeVariant: 'avn service index-list' }),
  command('service topic-delete', 'queue', { safeVariant: 'avn service topic-list' }),
  command('project delete', 'project', { safeVariant: 'avn project list' }),
  command('organization delete', 'account', { ...asking, safeVariant: 'avn organization list' }),
  command('account delete', 'account', { safeVariant: 'avn account list' }),
];

const credential = credentialsOf({
  source: 'https://aiven.io/docs/platform/concepts/authentication-tokens',
  checkedOn,
});
const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'token',
    title: 'Aiven authentication token',
    env: ['AIVEN_TOKEN', 'AIVEN_AUTH_TOKEN', 'AIVEN_API_TOKEN'],
    headers: ['authorization'],
    // Of a person or of an application user, with roles that are not in the text.
    scope: null,
    actions: null,
    expires: 'optional',
    narrower:
      'Use the token of an application user with a read-only role on one non-production project, and switch on termination protection',
  }),
];

const server = mcpServersOf({ source: 'https://github.com/Aiven-Open/mcp-aiven', checkedOn });
const destructiveTools = [
  'aiven_pg_write',
  'aiven_kafka_topic_delete',
  'aiven_kafka_connect_delete_connector',
  'aiven_pg_bouncer_delete',
  'aiven_service_integration_delete',
  'aiven_service_update',
];
const mcp: readonly McpSpec[] = [
  server({
    id: 'remote',
    title: 'Aiven MCP server',
    hosts: ['mcp.aiven.live'],
    destructiveTools,
    readOnly: [mcpSwitch('?read_only=true')],
    narrower: 'Add "?read_only=true" to its address',
  }),
  server({
    id: 'local',
    title: 'Aiven MCP server',
    packages: ['mcp-aiven'],
    destructiveTools,
    readOnly: [mcpSwitch('AIVEN_READ_ONLY=true')],
    narrower: 'Set AIVEN_READ_ONLY=true, and hand it a token with a read-only role',
  }),
];

const operation = operationsOf({ source: 'https://api.aiven.io/doc/', checkedOn });
const service = '/v1/project/{project}/service/{service_name}';
const api: ApiSpec = {
  hosts: ['api.aiven.io'],
  operations: [
    operation(`DELETE ${service}`, 'database', {
      argument: 'service_name',
      recovery: protection,
    }),
    operation(`DELETE ${service}/db/{dbname}`, 'database', { argument: 'dbname' }),
    operation(`DELETE ${service}/topic/{topic_name}`, 'queue', { argument: 'topic_name' }),
    operation('DELETE /v1/project/{project}', 'project', { argument: 'project' }),
  ],
};

/** Everything known about Aiven: credentials, commands, API, MCP servers and hosts. */
export const pack = definePack({
  id: 'aiven',
  title: 'Aiven',
  credentials,
  commands,
  api,
  mcp,
  hosts: [
    {
      suffix: '.aivencloud.com',
      environmentLocal: false,
      source: 'https://aiven.io/docs/platform/concepts/public-access',
      checkedOn,
    },
  ],
  consents: [
    {
      env: 'AIVEN_FORCE',
      value: 'true',
      silences: '"avn service terminate" and every other question of the Aiven client',
      source: client,
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('aiven', 'Aiven', {
      python: ['aiven-client'],
      others: ['aiven/go-client-codegen'],
    }),
  ],
});
