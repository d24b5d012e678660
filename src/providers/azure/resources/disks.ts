import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, type Value } from '../../../model/value.ts';
import { copiesOfDisk } from '../../../recognize/resource/copy-tags.ts';
import { derived, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { lockOn } from './locks.ts';
import { azure } from './spec.ts';

/** Types that copy disks, or may. */
const COPIERS =
  /^azurerm_(?:snapshot|backup_|recovery_services|data_protection_|virtual_machine_restore)|^Microsoft\.(?:RecoveryServices|DataProtection)\//;
const managedDisk =
  'https://learn.microsoft.com/en-us/azure/virtual-machines/backup-and-disaster-recovery-for-azure-iaas-disks';

/** Disks, file volumes, key vaults and caches. */
export const disks: readonly ResourceSpec[] = [
  azure.spec(['azurerm_managed_disk', 'Microsoft.Compute/disks'], (resource) =>
    volume(resource, 'managed-disk', copiesOfDisk(resource, COPIERS, managedDisk)),
  ),
  azure.spec(['azurerm_snapshot'], (resource) =>
    azure.declared(
      resource,
      resource.stack.target(
        settingAt(resource, 'source_uri') ?? settingAt(resource, 'source_resource_id'),
      ),
    ),
  ),
  azure.spec(['azurerm_netapp_volume'], (resource) => volume(resource, 'netapp-volume')),
  azure.spec(['azurerm_key_vault', 'Microsoft.KeyVault/vaults'], keyVault, {
    'properties.enable_purge_protection': 'purge_protection_enabled',
  }),
  azure.spec(
    [
      'azurerm_redis_cache',
      'azurerm_managed_redis',
      'azurerm_redis_enterprise_cluster',
      'Microsoft.Cache/redis',
    ],
    cache,
    { 'properties.redis_configuration': 'redis_configuration' },
  ),
];

function volume(resource: Resource, product: string, copies?: Value<boolean>): readonly Fact[] {
  return azure.store(resource, {
    product,
    holds: 'volume',
    deletionProtection: lockOn(resource),
    ...(copies === undefined ? {} : { ownBackups: copies }),
  });
}

/** Keys and secrets stay for a time after a deletion, unless somebody purges them, as Terraform does when it destroys a vault. */
function keyVault(resource: Resource): readonly Fact[] {
  const lock = lockOn(resource);
  return azure.store(resource, {
    product: 'key-vault',
    holds: 'database',
    deletionProtection:
      known(lock) === true ? lock : azure.off(resource, 'purge_protection_enabled'),
  });
}

/** What is in a cache is made again, unless somebody lets it write its data down. */
function cache(resource: Resource): readonly Fact[] {
  const written = ['rdb_backup_enabled', 'aof_backup_enabled']
    .map((name) => azure.off(resource, `redis_configuration.${name}`))
    .find((value) => known(value) !== false);
  return azure.store(resource, {
    product: 'azure-redis',
    holds: 'cache',
    deletionProtection: lockOn(resource),
    disposable: written === undefined ? azure.always(resource, true) : lostWith(resource, written),
  });
}

function lostWith(resource: Resource, persisted: Value<boolean>): Value<boolean> {
  return persisted.state === 'unknown' ? derived(persisted, (on) => !on) : notSaid(resource);
}
