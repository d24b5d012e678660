import type { ApiSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { commands } from './commands.ts';

const checkedOn = '2026-11-21';

const key = credentialsOf({
  source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
  checkedOn,
});
const narrower =
  'Use a service account of one non-production project with a role such as Project Read Only or Project Cluster Manager';
const credentials: readonly CredentialSpec[] = [
  key({
    id: 'api-key',
    title: 'MongoDB Atlas API private key',
    env: [
      'MONGODB_ATLAS_PRIVATE_KEY',
      'MONGODB_ATLAS_PRIVATE_API_KEY',
      'MCLI_PRIVATE_API_KEY',
      'ATLAS_PRIVATE_KEY',
    ],
    shape: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    // Of one project or of the organisation, with roles that are not in the text.
    scope: null,
    actions: null,
    expires: 'never',
    narrower,
  }),
  key({
    id: 'service-account-secret',
    title: 'MongoDB Atlas service account secret',
    env: ['MONGODB_ATLAS_CLIENT_SECRET', 'ATLAS_CLIENT_SECRET', 'MDB_MCP_API_CLIENT_SECRET'],
    prefixes: ['mdb_sa_sk_'],
    shape: /mdb_sa_sk_[A-Za-z0-9_-]{40,60}/,
    scope: null,
    actions: null,
    expires: 'always',
    narrower,
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/mongodb-js/mongodb-mcp-server',
  checkedOn,
});
const mcp: readonly McpSpec[] = [
  server({
    id: 'server',
    title: 'MongoDB MCP server',
    packages: ['mongodb-mcp-server', 'mongodb/mongodb-mcp-server', 'mcp/mongodb'],
    destructiveTools: [
      'drop-database',
      'drop-collection',
      'delete-many',
      'drop-index',
      'update-many',
      'aggregate',
      'atlas-pause-resume-cluster',
      'atlas-streams-teardown',
      'atlas-streams-manage',
    ],
    readOnly: [mcpSwitch('--readOnly'), mcpSwitch('MDB_MCP_READ_ONLY=true')],
    narrower: 'Add "--readOnly", and connect as a database user that may only read',
  }),
];

const operation = operationsOf({
  source: 'https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/',
  checkedOn,
});
const group = '/api/atlas/v2/groups/{groupId}';
const former = '/api/atlas/v1.0/groups/{groupId}';
const cluster = `${group}/clusters/{clusterName}`;
const api: ApiSpec = {
  hosts: ['cloud.mongodb.com'],
  operations: [
    operation(`DELETE ${cluster}`, 'database', { argument: 'clusterName' }),
    operation(`DELETE ${group}/flexClusters/{name}`, 'database', { argument: 'name' }),
    operation(`DELETE ${group}`, 'project', { argument: 'groupId' }),
    operation(`DELETE ${former}/clusters/{clusterName}`, 'database', { argument: 'clusterName' }),
    operation(`DELETE ${former}`, 'project', { argument: 'groupId' }),
    operation(`DELETE ${cluster}/backup/snapshots/{snapshotId}`, 'backup', {
      argument: 'snapshotId',
    }),
    operation(`DELETE ${cluster}/backup/snapshots/shardedCluster/{snapshotId}`, 'backup', {
      argument: 'snapshotId',
    }),
    operation(`DELETE ${cluster}/backup/schedule`, 'backup', { argument: 'clusterName' }),
    operation('DELETE /api/atlas/v2/orgs/{orgId}', 'account', { argument: 'orgId' }),
  ],
};

/** Everything known about MongoDB Atlas: credentials, commands, API, MongoDB's MCP server, identifiers, hosts and stores. */
export const pack = definePack({
  id: 'mongodb-atlas',
  title: 'MongoDB Atlas',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api,
  mcp,
  variables: [
    {
      env: ['MONGODB_ATLAS_PROJECT_ID', 'MCLI_PROJECT_ID'],
      names: { what: 'project' },
      companions: [],
      source: 'https://www.mongodb.com/docs/atlas/cli/current/atlas-cli-env-variables/',
      checkedOn,
    },
  ],
  hosts: [
    {
      suffix: '.mongodb.net',
      environmentLocal: false,
      source: 'https://www.mongodb.com/docs/atlas/driver-connection/',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'mongodb-atlas-cluster',
      title: 'MongoDB Atlas cluster',
      holds: 'database',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      source: 'https://www.mongodb.com/docs/atlas/cli/current/command/atlas-clusters-delete/',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('mongodb-atlas', 'MongoDB Atlas', {
      npm: ['mongodb-mcp-server', 'mongodb-atlas-api-client'],
    }),
  ],
});
