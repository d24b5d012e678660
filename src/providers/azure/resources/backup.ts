import { entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, type Value } from '../../../model/value.ts';
import { isWritten, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../../recognize/resource/kept-copies.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { durationDays } from './durations.ts';
import { azure } from './spec.ts';

/** What Azure Backup copies: an instance names a store, a vault and a policy. */
export const backup: readonly ResourceSpec[] = [
  azure.spec(['azurerm_data_protection_backup_instance_disk'], (resource) =>
    instance(resource, 'disk_id'),
  ),
  azure.spec(['azurerm_data_protection_backup_instance_blob_storage'], (resource) =>
    instance(resource, 'storage_account_id'),
  ),
  azure.spec(
    [
      'azurerm_data_protection_backup_instance_postgresql_flexible_server',
      'azurerm_data_protection_backup_instance_mysql_flexible_server',
    ],
    (resource) => instance(resource, 'server_id'),
  ),
  azure.spec(['azurerm_backup_protected_file_share'], (resource) =>
    copy(resource, {
      of: targets(resource, 'source_storage_account_id'),
      vault: vaultByName(resource),
      days: notSaid(resource),
      // Snapshots of a share lie in its account; whether it can be deleted then, nothing tells.
      survives: notSaid(resource),
    }),
  ),
  azure.spec(['azurerm_backup_protected_vm'], machine),
];

/** Copies in a Backup vault. */
function instance(resource: Resource, setting: string): readonly Fact[] {
  const policy = resource.stack.target(settingAt(resource, 'backup_policy_id'));
  return copy(resource, {
    of: targets(resource, setting),
    vault: resource.stack.target(settingAt(resource, 'vault_id')),
    days: retentionOf(resource, policy),
    survives: survival(resource, policy),
  });
}

/** Blobs under a policy without a vault's retention stay in their own account. */
function survival(resource: Resource, policy: Resource | undefined): Value<boolean> {
  if (!resource.type.endsWith('_blob_storage')) return azure.always(resource, true);
  if (policy === undefined) return notSaid(resource);
  const inVault = settingAt(policy, 'vault_default_retention_duration');
  if (inVault !== undefined) return azure.always(resource, true);
  return isWritten(policy, 'retention_rule') ? notSaid(resource) : azure.always(resource, false);
}

function retentionOf(resource: Resource, policy: Resource | undefined): Value<number> {
  const setting = [
    'default_retention_duration',
    'vault_default_retention_duration',
    'operational_default_retention_duration',
    'default_retention_rule.life_cycle.duration',
  ].find((path) => policy !== undefined && isWritten(policy, path));
  return policy === undefined || setting === undefined
    ? notSaid(resource)
    : durationDays(azure.text(policy, setting, null));
}

/** A backup of a machine has the disks that are attached to it. */
function machine(resource: Resource): readonly Fact[] {
  const vm = resource.stack.target(settingAt(resource, 'source_vm_id'));
  const disks =
    vm === undefined
      ? []
      : namedBy(vm, ['azurerm_virtual_machine_data_disk_attachment'], 'virtual_machine_id').flatMap(
          (one) => targets(one, 'managed_disk_id'),
        );
  if (disks.length === 0) return [];
  const policy = resource.stack.target(settingAt(resource, 'backup_policy_id'));
  return copy(resource, {
    of: disks,
    vault: vaultByName(resource),
    days:
      policy === undefined
        ? notSaid(resource)
        : azure.number(policy, 'retention_daily.count', null),
    survives: azure.always(resource, true),
  });
}

interface Copy {
  readonly of: readonly Resource[];
  readonly vault: Resource | undefined;
  readonly days: Value<number>;
  readonly survives: Value<boolean>;
}

function copy(resource: Resource, { of, vault, days, survives }: Copy): readonly Fact[] {
  const traits = {
    id: 'vault',
    name: `copies by ${resource.name}`,
    at: resource.at,
    method: 'snapshot',
    retentionDays: days,
    survivesSourceDeletion: survives,
    of: of.map(({ key }) => key),
    because: `${resource.name} puts it under a policy`,
  } as const;
  if (vault === undefined) return withoutPlace(azure.kept(resource, traits));
  return [
    ...azure.kept({ ...resource, placement: vault.placement }, traits),
    ...vaultGuards(resource, vault),
  ];
}

/** What keeps the copies in a vault from being deleted. */
function vaultGuards(resource: Resource, vault: Resource): readonly Fact[] {
  const copies = entityKey(`${resource.key}/vault`);
  const state = azure.text(vault, 'immutability', null);
  const kind = known(state)?.toLowerCase();
  const isFinal = kind === 'locked';
  const immutable =
    isFinal || kind === 'unlocked'
      ? guardFacts(vault, copies, {
          id: 'immutability',
          name: `immutability of ${vault.name}`,
          at: state.at,
          strength: isFinal ? 'blocks' : 'asks',
          because: isFinal
            ? 'nobody can delete its backups before their time'
            : 'only who may change the vault can delete its backups before their time',
        })
      : [];
  return [...immutable, ...softDelete(vault, copies)];
}

/** What is deleted from a vault stays for two weeks, unless that was switched off. */
function softDelete(vault: Resource, copies: ReturnType<typeof entityKey>): readonly Fact[] {
  const isOn = vault.type.startsWith('azurerm_data_protection')
    ? azure.text(vault, 'soft_delete', 'On')
    : azure.text(vault, 'soft_delete_enabled', 'true');
  if (isOn.state === 'unknown' || /^(?:off|false)$/i.test(isOn.value)) return [];
  return guardFacts(vault, copies, {
    id: 'soft-delete',
    name: `soft delete of ${vault.name}`,
    at: isOn.at,
    strength: 'asks',
    because: 'backups that are deleted can be restored for some days',
  });
}

function targets(resource: Resource, setting: string): readonly Resource[] {
  const target = resource.stack.target(settingAt(resource, setting));
  return target === undefined ? [] : [target];
}

function vaultByName(resource: Resource): Resource | undefined {
  return resource.stack.target(settingAt(resource, 'recovery_vault_name'));
}
