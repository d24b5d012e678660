import type { ConstructLibrary } from '../../model/resource.ts';
import { bridgedConstructs, bridgedTable } from '../../recognize/resource/bridged-constructs.ts';
import { managedKinds } from '../../recognize/resource/managed-kinds.ts';

const checkedOn = '2026-11-21';
const classic = {
  library: '@pulumi/azure',
  source: 'https://www.pulumi.com/registry/packages/azure/api-docs/',
  checkedOn,
} as const;
const native = bridgedConstructs({
  library: '@pulumi/azure-native',
  source: 'https://www.pulumi.com/registry/packages/azure-native/api-docs/',
  checkedOn,
});
/** The templates' names of what the library writes without the `properties` around it. */
const inside = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, `properties.${name}`]));

/** Kinds of Crossplane's provider for Azure. */
const crossplane = managedKinds(
  {
    vendor: 'azure',
    source: 'https://github.com/crossplane-contrib/provider-upjet-azure/tree/main/package/crds',
    checkedOn,
  },
  {
    '/ResourceGroup': 'azurerm_resource_group',
    'dbforpostgresql/FlexibleServer': 'azurerm_postgresql_flexible_server',
    'dbforpostgresql/Server': 'azurerm_postgresql_server',
    'dbformysql/FlexibleServer': 'azurerm_mysql_flexible_server',
    'sql/MSSQLServer': 'azurerm_mssql_server',
    'sql/MSSQLDatabase': 'azurerm_mssql_database',
    'cosmosdb/Account': 'azurerm_cosmosdb_account',
    'storage/Account': 'azurerm_storage_account',
    'compute/ManagedDisk': 'azurerm_managed_disk',
    'keyvault/Vault': 'azurerm_key_vault',
    'cache/RedisCache': 'azurerm_redis_cache',
  },
);

/** Classes of Pulumi's two libraries for Azure: one has Terraform's settings, the other those of Azure's own templates. */
export const library: ConstructLibrary = {
  constructs: [
    ...bridgedTable(
      classic,
      {
        'postgresql.FlexibleServer': 'azurerm_postgresql_flexible_server',
        'postgresql.Server': 'azurerm_postgresql_server',
        'mysql.FlexibleServer': 'azurerm_mysql_flexible_server',
        'mysql.Server': 'azurerm_mysql_server',
        'mariadb.Server': 'azurerm_mariadb_server',
        'mssql.Database': 'azurerm_mssql_database',
        'mssql.ManagedDatabase': 'azurerm_mssql_managed_database',
        'sql.Database': 'azurerm_sql_database',
        'cosmosdb.Account': 'azurerm_cosmosdb_account',
        'storage.Account': 'azurerm_storage_account',
        'storage.Container': 'azurerm_storage_container',
        'compute.ManagedDisk': 'azurerm_managed_disk',
        'compute.Snapshot': 'azurerm_snapshot',
        'keyvault.KeyVault': 'azurerm_key_vault',
        'management.Lock': 'azurerm_management_lock',
        'redis.Cache': 'azurerm_redis_cache',
      },
      'backup_retention_days create_mode public_network_access_enabled short_term_retention_policy long_term_retention_policy backup purge_protection_enabled lock_level name location tags',
    ),
    native('dbforpostgresql.Server', 'Microsoft.DBforPostgreSQL/flexibleServers', {
      settings: inside('backup create_mode network'),
      mayHold: 'backup_retention_days create_mode location',
    }),
    native('dbformysql.Server', 'Microsoft.DBforMySQL/flexibleServers', {
      settings: inside('backup create_mode network'),
      mayHold: 'backup_retention_days create_mode location',
    }),
    native('sql.Database', 'Microsoft.Sql/servers/databases', {
      settings: inside('create_mode'),
      mayHold: 'create_mode location',
    }),
    native(
      'documentdb.DatabaseAccount cosmosdb.DatabaseAccount',
      'Microsoft.DocumentDB/databaseAccounts',
      { settings: inside('backup_policy'), mayHold: 'backup location' },
    ),
    native('storage.StorageAccount', 'Microsoft.Storage/storageAccounts', {
      settings: { account_name: 'name', ...inside('immutable_storage_with_versioning') },
      mayHold: 'name immutability_policy location',
    }),
    native('compute.Disk', 'Microsoft.Compute/disks', { mayHold: 'name location' }),
    native('keyvault.Vault', 'Microsoft.KeyVault/vaults', {
      mayHold: 'purge_protection_enabled name location',
    }),
    native(
      'authorization.ManagementLockAtResourceLevel authorization.ManagementLockAtResourceGroupLevel authorization.ManagementLockByScope',
      'Microsoft.Authorization/locks',
      { settings: { level: 'lock_level' }, mayHold: 'lock_level scope' },
    ),
    {
      names: ['Microsoft.Authorization/locks'],
      type: 'Microsoft.Authorization/locks',
      settings: { 'properties.level': 'lock_level' },
      mayHold: [],
      defaults: {},
      removal: null,
      source: 'https://learn.microsoft.com/en-us/azure/templates/microsoft.authorization/locks',
      checkedOn,
    },
    ...crossplane,
  ],
  constants: {},
  removals: [],
};
