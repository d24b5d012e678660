import { describe, expect, it } from 'vitest';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import type { Fact } from '../../model/fact.ts';
import { resources } from './resources.ts';

function declare(type: string, body = '', label = 'main'): string {
  return `resource "${type}" "${label}" {\n${body}\n}\n`;
}

function factsIn(...texts: readonly string[]): readonly Fact[] {
  return factsOf(texts.join('\n'), resources);
}

function storeOf(...texts: readonly string[]) {
  return only(factsIn(...texts), 'DataStore')[0];
}

/** How, for how many days, and what becomes of it, for each copy. */
function copiesOf(...texts: readonly string[]): readonly string[] {
  return only(factsIn(...texts), 'Backup').map(
    ({ method, retentionDays, survivesSourceDeletion }) =>
      `${method} ${said(retentionDays)}, survives ${said(survivesSourceDeletion)}`,
  );
}

const postgres = 'azurerm_postgresql_flexible_server';
const group = declare('azurerm_resource_group', 'name = "data"');

function lock(scope: string, level = '"CanNotDelete"'): string {
  return declare('azurerm_management_lock', `scope = ${scope}\nlock_level = ${level}`);
}

describe('deletion protection', () => {
  it.each([
    // Locks are made elsewhere as often as here.
    [postgres, '', 'unknown'],
    ['azurerm_mssql_database', '', 'unknown'],
    ['azurerm_storage_account', '', 'unknown'],
    ['azurerm_cosmosdb_account', '', 'unknown'],
    ['azurerm_managed_disk', '', 'unknown'],
    ['azurerm_key_vault', '', 'default false'],
    ['azurerm_key_vault', 'purge_protection_enabled = true', 'set true'],
    ['Microsoft.KeyVault/vaults', 'purge_protection_enabled = false', 'set false'],
  ])('of %s with %j is %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.deletionProtection)).toBe(expected);
  });

  const inGroup = 'resource_group_name = azurerm_resource_group.main.name';
  it.each([
    ['itself', lock(`${postgres}.main.id`), 'set true'],
    ['itself, for reading only', lock(`${postgres}.main.id`, '"ReadOnly"'), 'set true'],
    ['itself, at a level that is not known', lock(`${postgres}.main.id`, 'var.level'), 'unknown'],
    ['its group', lock('azurerm_resource_group.main.id'), 'set true'],
    ['the subscription', lock('data.azurerm_subscription.current.id'), 'set true'],
    ['the subscription by its id', lock('"/subscriptions/0000-1111"'), 'set true'],
    ['its group by its id', lock('"/subscriptions/0000-1111/resourceGroups/data"'), 'set true'],
    ['another group', lock('"/subscriptions/0000-1111/resourceGroups/web"'), 'unknown'],
    ['something else', lock('azurerm_subnet.main.id'), 'unknown'],
  ])('comes from a lock on %s', (_, text, expected) => {
    const store = storeOf(group, declare(postgres, inGroup), text);
    expect(said(store?.deletionProtection)).toBe(expected);
  });

  it.each([
    ['azurerm_mssql_database', 'server_id = azurerm_mssql_server.main.id'],
    ['azurerm_sql_database', 'server_name = azurerm_mssql_server.main.name'],
    ['Microsoft.Sql/servers/databases', 'parent = azurerm_mssql_server.main'],
  ])('of a child (%s) comes from a lock on what it is inside of', (type, inside) => {
    const server = declare('azurerm_mssql_server');
    const store = storeOf(server, declare(type, inside), lock('azurerm_mssql_server.main.id'));
    expect(said(store?.deletionProtection)).toBe('set true');
    const other = storeOf(server, declare(type, inside), lock('azurerm_mssql_server.other.id'));
    expect(said(other?.deletionProtection)).toBe('unknown');
  });

  it('of a database comes from a lock on the group of its server', () => {
    const store = storeOf(
      group,
      declare('azurerm_mssql_server', inGroup),
      declare('azurerm_mssql_database', 'server_id = azurerm_mssql_server.main.id'),
      lock('azurerm_resource_group.main.id'),
    );
    expect(said(store?.deletionProtection)).toBe('set true');
  });
});

describe('backups of Azure', () => {
  it.each([
    [postgres, '', ['pitr default 7, survives unknown']],
    [postgres, 'backup_retention_days = 35', ['pitr set 35, survives unknown']],
    [postgres, 'backup_retention_days = var.days', ['pitr unknown, survives unknown']],
    [postgres, 'create_mode = "Replica"', []],
    ['azurerm_mysql_flexible_server', '', ['pitr default 7, survives unknown']],
    ['azurerm_mysql_server', 'backup_retention_days = 7', ['pitr set 7, survives unknown']],
    ['Microsoft.DBforMariaDB/servers', '', ['pitr default 7, survives unknown']],
    ['azurerm_mssql_database', '', ['pitr default 7, survives unknown']],
    [
      'azurerm_mssql_database',
      'short_term_retention_policy {\n retention_days = 35\n}\nlong_term_retention_policy {\n weekly_retention = "P4W"\n yearly_retention = "PT0S"\n}',
      ['pitr set 35, survives unknown', 'snapshot set 28, survives default true'],
    ],
    ['azurerm_mssql_database', 'create_mode = "OnlineSecondary"', []],
    [
      'azurerm_mssql_managed_database',
      'short_term_retention_days = 14',
      ['pitr set 14, survives unknown'],
    ],
    ['azurerm_synapse_sql_pool', 'geo_backup_policy_enabled = false', []],
    ['azurerm_cosmosdb_account', '', [`snapshot default ${8 / 24}, survives unknown`]],
    [
      'azurerm_cosmosdb_account',
      'backup {\n type = "Periodic"\n retention_in_hours = 720\n}',
      ['snapshot set 30, survives unknown'],
    ],
    [
      'azurerm_cosmosdb_account',
      'backup {\n type = "Continuous"\n tier = "Continuous7Days"\n}',
      ['pitr set 7, survives default true'],
    ],
    ['azurerm_cosmosdb_account', 'backup {\n type = var.type\n}', []],
    ['azurerm_storage_account', '', []],
  ])('of %s with %j are %j', (type, body, copies) => {
    expect(copiesOf(declare(type, body))).toEqual(copies);
  });

  it('are off where a pool switches them off', () => {
    const store = storeOf(declare('azurerm_synapse_sql_pool', 'geo_backup_policy_enabled = false'));
    expect(said(store?.ownBackups)).toBe('set false');
  });
});

describe('copies in a vault', () => {
  const disk = declare('azurerm_managed_disk');
  const vault = (body = '') => declare('azurerm_data_protection_backup_vault', body);
  const policy = declare(
    'azurerm_data_protection_backup_policy_disk',
    'default_retention_duration = "P30D"',
  );
  const instance = declare(
    'azurerm_data_protection_backup_instance_disk',
    'disk_id = azurerm_managed_disk.main.id\nvault_id = azurerm_data_protection_backup_vault.main.id\nbackup_policy_id = azurerm_data_protection_backup_policy_disk.main.id',
  );

  it('are of the disk that an instance names, for as long as its policy says', () => {
    const texts = [disk, vault(), policy, instance];
    expect(copiesOf(...texts)).toEqual(['snapshot set 30, survives default true']);
    expect(edges(factsIn(...texts), 'backs-up')).toEqual([
      'azurerm_data_protection_backup_instance_disk.main/vault > azurerm_managed_disk.main',
    ]);
  });

  it.each([
    ['', ['soft delete asks']],
    ['soft_delete = "Off"', []],
    ['immutability = "Unlocked"\nsoft_delete = "Off"', ['immutability asks']],
    ['immutability = "Locked"', ['immutability blocks', 'soft delete asks']],
  ])('with %j are guarded by %j', (body, guards) => {
    expect(
      only(factsIn(disk, vault(body), policy, instance), 'Guard').map(
        ({ name, strength }) => `${name.split(' of ')[0]} ${strength}`,
      ),
    ).toEqual(guards);
  });

  it.each([
    ['operational_default_retention_duration = "P30D"', 'snapshot set 30, survives default false'],
    ['vault_default_retention_duration = "P7D"', 'snapshot set 7, survives default true'],
  ])('of blobs with %j: %s', (body, expected) => {
    const blobs = declare(
      'azurerm_data_protection_backup_instance_blob_storage',
      'storage_account_id = azurerm_storage_account.main.id\nbackup_policy_id = azurerm_data_protection_backup_policy_blob_storage.main.id',
    );
    const rule = declare('azurerm_data_protection_backup_policy_blob_storage', body);
    expect(copiesOf(declare('azurerm_storage_account'), rule, blobs)).toEqual([expected]);
  });

  it('are of the disks that are attached to a machine', () => {
    const facts = factsIn(
      disk,
      declare('azurerm_linux_virtual_machine'),
      declare(
        'azurerm_virtual_machine_data_disk_attachment',
        'managed_disk_id = azurerm_managed_disk.main.id\nvirtual_machine_id = azurerm_linux_virtual_machine.main.id',
      ),
      declare(
        'azurerm_backup_protected_vm',
        'source_vm_id = azurerm_linux_virtual_machine.main.id\nbackup_policy_id = azurerm_backup_policy_vm.main.id',
      ),
      declare('azurerm_backup_policy_vm', 'retention_daily {\n count = 10\n}'),
    );
    expect(edges(facts, 'backs-up')).toEqual([
      'azurerm_backup_protected_vm.main/vault > azurerm_managed_disk.main',
    ]);
    expect(only(facts, 'Backup').map(({ retentionDays }) => said(retentionDays))).toEqual([
      'set 10',
    ]);
  });

  it('are declared as snapshots in the stack', () => {
    const snapshot = declare('azurerm_snapshot', 'source_uri = azurerm_managed_disk.main.id');
    expect(edges(factsIn(disk, snapshot), 'placed-in')).toContain(
      'azurerm_snapshot.main/copy > tf:infra@production',
    );
  });
});

describe('a storage account', () => {
  const container = declare(
    'azurerm_storage_container',
    'storage_account_id = azurerm_storage_account.main.id',
  );
  const policy = (locked: string) =>
    declare(
      'azurerm_storage_container_immutability_policy',
      `storage_container_resource_manager_id = azurerm_storage_container.main.resource_manager_id\nlocked = ${locked}`,
    );
  it.each([
    ['', [], []],
    ['immutability_policy {\n state = "Locked"\n}', [], ['blocks']],
    ['immutability_policy {\n state = "Unlocked"\n}', [], ['asks']],
    ['', [container, policy('true')], ['blocks']],
    ['', [container, policy('false')], []],
  ])('with %j and %j is guarded by what %j', (body, others, expected) => {
    const facts = factsIn(declare('azurerm_storage_account', body), ...others);
    expect(only(facts, 'Guard').map(({ strength }) => strength)).toEqual(expected);
  });

  it('has a name of its own in the world', () => {
    const store = storeOf(declare('azurerm_storage_account', 'name = "acmeuploads"'));
    expect(store?.aliases).toEqual(['azure:storage/acmeuploads']);
  });

  it('keeps copies where it is called so', () => {
    const facts = factsIn(declare('azurerm_storage_account', 'name = var.name', 'db_backups'));
    expect(edges(facts, 'placed-in')).toContain(
      'azurerm_storage_account.db_backups/copies > azurerm_storage_account.db_backups',
    );
  });
});

describe('who may connect', () => {
  const rule = (end: string) =>
    declare(
      `${postgres}_firewall_rule`,
      `server_id = ${postgres}.main.id\nstart_ip_address = "0.0.0.0"\nend_ip_address = "${end}"`,
    );
  it.each([
    ['', [], '-'],
    ['', [rule('255.255.255.255')], 'set anyone'],
    // What runs in Azure, whoever it belongs to.
    ['', [rule('0.0.0.0')], '-'],
    ['public_network_access_enabled = false', [rule('255.255.255.255')], 'set private'],
  ])('with %j and %j is %s', (body, rules, expected) => {
    expect(said(storeOf(declare(postgres, body), ...rules)?.openTo)).toBe(expected);
  });
});

describe('what nobody misses', () => {
  it.each([
    ['azurerm_redis_cache', '', 'default true'],
    ['azurerm_redis_cache', 'redis_configuration {\n rdb_backup_enabled = true\n}', 'unknown'],
    ['azurerm_redis_cache', 'redis_configuration {\n aof_backup_enabled = var.aof\n}', 'unknown'],
    [postgres, 'create_mode = "Replica"', 'set true'],
    ['azurerm_mssql_database', 'create_mode = "Secondary"', 'set true'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.disposable)).toBe(expected);
  });
});
