import type { ApiSpec, HostSpec, McpSpec } from '../../model/knowledge.ts';
import { definePack, mcpServersOf, mcpSwitch, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';

const checkedOn = '2026-11-21';
const learn = 'https://learn.microsoft.com';
const operation = operationsOf({ source: `${learn}/rest/api/azure`, checkedOn });
const group = '/subscriptions/{subscription}/resourceGroups/{group}';

/** Azure Resource Manager calls. Paths ignore case there; the reference spells the group's own path in lower case. */
const api: ApiSpec = {
  hosts: ['management.azure.com'],
  operations: [
    operation('DELETE /subscriptions/{subscription}/resourcegroups/{group}', 'project'),
    operation(`DELETE ${group}`, 'project'),
    ...(
      [
        ['Microsoft.Sql/servers/{server}', 'database'],
        ['Microsoft.Sql/servers/{server}/databases/{database}', 'database'],
        ['Microsoft.DBforPostgreSQL/flexibleServers/{server}', 'database'],
        ['Microsoft.DBforMySQL/flexibleServers/{server}', 'database'],
        ['Microsoft.DocumentDB/databaseAccounts/{account}', 'database'],
        ['Microsoft.Storage/storageAccounts/{account}', 'bucket'],
        ['Microsoft.Compute/disks/{disk}', 'volume'],
        ['Microsoft.Compute/snapshots/{snapshot}', 'backup'],
        ['Microsoft.Cache/redis/{name}', 'cache'],
      ] as const
    ).map(([path, destroys]) => operation(`DELETE ${group}/providers/${path}`, destroys)),
  ],
};

const server = mcpServersOf({
  source:
    'https://github.com/microsoft/mcp/blob/main/servers/Azure.Mcp.Server/docs/azmcp-commands.md',
  checkedOn,
});

const mcp: readonly McpSpec[] = [
  server({
    id: 'azure',
    title: 'Azure MCP server',
    packages: ['@azure/mcp', 'msmcp-azure', 'mcr.microsoft.com/azure-sdk/azure-mcp'],
    commands: ['azmcp server start'],
    // By default there is one tool per service; with `--mode all` one per operation.
    destructiveTools: [
      'sql',
      'compute',
      'fileshares',
      'eventhubs',
      'storagesync',
      'sql_db_delete',
      'sql_server_delete',
      'compute_vm_delete',
      'compute_vmss_delete',
      'compute_disk_delete',
      'fileshares_fileshare_delete',
      'fileshares_fileshare_snapshot_delete',
      'eventhubs_namespace_delete',
      'eventhubs_eventhub_delete',
      'storagesync_service_delete',
      'storagesync_syncgroup_delete',
      'appconfig_kv_delete',
    ],
    readOnly: [mcpSwitch('--read-only')],
    narrower: 'Start it with --read-only, and sign in with a Reader role',
  }),
];

function host(suffix: string, page: string): HostSpec {
  return { suffix, environmentLocal: false, source: `${learn}/azure/${page}`, checkedOn };
}

const hosts: readonly HostSpec[] = [
  host('.postgres.database.azure.com', 'postgresql/flexible-server/concepts-networking-public'),
  host('.mysql.database.azure.com', 'mysql/flexible-server/concepts-networking-public'),
  host('.database.windows.net', 'azure-sql/database/connectivity-architecture'),
  host('.documents.azure.com', 'cosmos-db/resource-model'),
  host('.mongo.cosmos.azure.com', 'cosmos-db/mongodb/connect-account'),
  host('.redis.cache.windows.net', 'azure-cache-for-redis/cache-configure'),
  host('.redis.azure.net', 'redis/overview'),
];

/** Everything known about Microsoft Azure. */
export const pack = definePack({
  id: 'azure',
  title: 'Azure',
  credentials,
  commands,
  api,
  mcp,
  hosts,
  consents: [
    {
      env: 'AZURE_CORE_DISABLE_CONFIRM_PROMPT',
      value: null,
      silences: 'every az command',
      source: `${learn}/cli/azure/azure-cli-configuration`,
      checkedOn,
    },
  ],
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  constructs: () => import('./constructs.ts'),
  collectors: [
    toolingCollector('azure', 'Azure', {
      files: [
        { glob: '**/azure.yaml' },
        { glob: '**/*.bicep' },
        { glob: '**/*.tf', hints: ['provider "azurerm"', 'hashicorp/azurerm'] },
      ],
      npm: ['@azure/identity', '@azure/storage-blob', '@azure/cosmos'],
      python: ['azure-identity', 'azure-storage-blob', 'azure-cosmos', 'azure-mgmt-resource'],
      others: [
        'Azure.Identity',
        'Azure.Storage.Blobs',
        'Microsoft.Azure.Cosmos',
        'github.com/Azure/azure-sdk-for-go/sdk/azidentity',
      ],
    }),
  ],
});
