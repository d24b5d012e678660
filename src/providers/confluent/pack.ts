import type { CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
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
  'confluent',
  {
    source: 'https://docs.confluent.io/confluent-cli/current/command-reference/index.html',
    checkedOn,
  },
  { asks: 'unless-flag', skipsPrompt: ['--force'] },
);
const protection = 'deletion protection of the cluster has to be off, where it exists';
const commands: readonly CommandSpec[] = [
  command('environment|env delete', 'environment', {
    safeVariant: 'confluent environment list',
  }),
  command('kafka cluster delete', 'queue', {
    safeVariant: 'confluent kafka cluster describe',
    recovery: protection,
  }),
  command('kafka topic delete', 'queue', { safeVariant: 'confluent kafka topic describe' }),
  command('ksql cluster delete', 'database', { safeVariant: 'confluent ksql cluster list' }),
  command('connect cluster delete', 'service', { safeVariant: 'confluent connect cluster list' }),
  command('schema-registry|sr schema delete', 'database', {
    onlyWith: ['--permanent'],
    safeVariant: 'confluent schema-registry schema list',
  }),
  command('schema-registry|sr kek delete', 'database', {
    onlyWith: ['--permanent'],
    safeVariant: 'confluent schema-registry kek list',
  }),
];

const credential = credentialsOf({
  source:
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
  checkedOn,
});
const secret = /[A-Za-z0-9+/]{64}/;
const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'cloud-api-secret',
    title: 'Confluent Cloud resource management API secret',
    env: ['CONFLUENT_CLOUD_API_SECRET'],
    shape: secret,
    // The roles of its owner decide, within the whole organisation.
    scope: 'organization',
    actions: null,
    expires: 'never',
    narrower:
      'Give a service account a role on one non-production environment, and use its key here',
  }),
  credential({
    id: 'cluster-api-secret',
    title: 'Confluent Cloud cluster API secret',
    env: ['CONFLUENT_API_SECRET', 'KAFKA_API_SECRET', 'SCHEMA_REGISTRY_API_SECRET'],
    shape: secret,
    scope: 'resource',
    actions: null,
    plane: 'data',
    expires: 'never',
    narrower: 'Use a key of a service account whose ACLs name the topics it needs, without DELETE',
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/confluentinc/mcp-confluent',
  checkedOn,
});
const mcp: readonly McpSpec[] = [
  server({
    id: 'server',
    title: 'Confluent MCP server',
    packages: ['@confluentinc/mcp-confluent'],
    destructiveTools: [
      'delete-topics',
      'alter-topic-config',
      'delete-connector',
      'update-connector-config',
      'delete-schema',
      'create-flink-statement',
      'delete-flink-statements',
      'delete-tableflow-topic',
      'delete-tableflow-catalog-integration',
    ],
    narrowedBy: [mcpSwitch('--allow-tools'), mcpSwitch('--allow-tools-file')],
    narrower:
      'Name the reading tools it may use in "--allow-tools", and hand it the key of a service account with read-only ACLs',
  }),
];

const operation = operationsOf({
  source: 'https://docs.confluent.io/cloud/current/api.html',
  checkedOn,
});

/** Everything known about Confluent Cloud: credentials, commands, API, MCP server and hosts. */
export const pack = definePack({
  id: 'confluent',
  title: 'Confluent Cloud',
  credentials,
  commands,
  api: {
    hosts: ['api.confluent.cloud', '.confluent.cloud'],
    operations: [
      operation('DELETE /org/v2/environments/{id}', 'environment', { argument: 'id' }),
      operation('DELETE /cmk/v2/clusters/{id}', 'queue', { argument: 'id', recovery: protection }),
      operation('DELETE /kafka/v3/clusters/{cluster_id}/topics/{topic_name}', 'queue', {
        argument: 'topic_name',
      }),
      operation('DELETE /ksqldbcm/v2/clusters/{id}', 'database', { argument: 'id' }),
    ],
  },
  mcp,
  hosts: [
    {
      suffix: '.confluent.cloud',
      environmentLocal: false,
      source: 'https://docs.confluent.io/cloud/current/client-apps/config-client.html',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('confluent', 'Confluent Cloud', {
      npm: ['@confluentinc/kafka-javascript', '@confluentinc/schemaregistry'],
      python: ['confluent-kafka'],
      others: ['confluent-kafka-go', 'Confluent.Kafka', 'io.confluent'],
    }),
  ],
});
