import { at, type DataNode } from '../../../model/document.ts';
import { type EntityKey, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, unknown, type Value, written } from '../../../model/value.ts';
import { isWritten } from '../../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../../recognize/resource/kept-copies.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { backupFacts, guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt } from '../../../recognize/resource/settings.ts';
import { airGapFacts, goesBehindAirGap, isAirGapped } from './air-gap.ts';
import { keptByAws } from './copies.ts';
import { keyFacts } from './keys.ts';
import { placementOf } from './places.ts';
import { policyOfVault } from './resource-policy.ts';
import { copiable, type Selected, selectedByName, selectedByTag, type Tag } from './selection.ts';
import { awsSpec, numberWith, offUnlessWritten } from './spec.ts';

const recoveryPoints =
  'https://docs.aws.amazon.com/aws-backup/latest/devguide/recovery-points.html';
const vaults = [
  'aws_backup_vault',
  'aws_backup_logically_air_gapped_vault',
  'AWS::Backup::BackupVault',
  'AWS::Backup::LogicallyAirGappedBackupVault',
];

/** AWS Backup: a selection says of what, a plan how often, a vault where. */
export const backup: readonly ResourceSpec[] = [
  awsSpec(['aws_backup_plan', 'AWS::Backup::BackupPlan'], plan, {
    'backup_plan.backup_plan_name': 'name',
    'backup_plan.backup_plan_rule': 'rule',
  }),
  awsSpec(['aws_backup_selection', 'AWS::Backup::BackupSelection'], selection, {
    backup_plan_id: 'plan_id',
    'backup_selection.selection_name': 'name',
    'backup_selection.resources': 'resources',
    'backup_selection.list_of_tags': 'selection_tag',
    'backup_selection.conditions': 'condition',
    'backup_selection.not_resources': 'not_resources',
  }),
];

/** A plan whose selections are not in its stack copies something, and nobody can tell what. */
function plan(resource: Resource): readonly Fact[] {
  const types = ['aws_backup_selection', 'AWS::Backup::BackupSelection'];
  const hasSelection =
    namedBy(resource, types, 'plan_id').length > 0 ||
    namedBy(resource, types, 'backup_plan_id').length > 0;
  return hasSelection ? [] : unseen(resource, resource);
}

function selection(resource: Resource): readonly Fact[] {
  const owner = resource.stack.target(settingAt(resource, 'plan_id'));
  const chosen = chosenBy(resource);
  const rest = chosen.isOpen ? unseen(resource, owner ?? resource) : [];
  if (chosen.stores.length === 0) return rest.length > 0 ? rest : unseen(resource, resource);
  // Without its plan nothing tells where the copies go.
  if (owner === undefined) return [...rest, ...unplaced(resource, chosen.stores)];
  const rules = blocksOf(owner.settings, 'rule');
  const copies = rules.flatMap((rule, number) => [
    ...copyOf(resource, owner, chosen.stores, {
      id: `rule-${number}`,
      vault: at(rule, 'target_vault_name') ?? at(rule, 'target_backup_vault'),
      days: daysOf(rule),
      rule,
    }),
    ...behindAirGap(resource, owner, chosen.stores, {
      id: `rule-${number}-air-gap`,
      vault: at(rule, 'target_logically_air_gapped_backup_vault_arn'),
      days: daysOf(rule),
      rule,
    }),
    ...blocksOf(rule, 'copy_action')
      .concat(blocksOf(rule, 'copy_actions'))
      .flatMap((action, position) =>
        copyOf(resource, owner, chosen.stores, {
          id: `rule-${number}-copy-${position}`,
          vault: at(action, 'destination_vault_arn') ?? at(action, 'destination_backup_vault_arn'),
          days: daysOf(action),
          rule: action,
        }),
      ),
  ]);
  return [...rest, ...(copies.length > 0 ? copies : unplaced(resource, chosen.stores))];
}

function chosenBy(resource: Resource): Selected {
  const named = selectedByName(resource, settingAt(resource, 'resources'));
  const tagged = selectedByTag(
    copiable(resource),
    blocksOf(resource.settings, 'selection_tag').map(selectionTag),
  );
  const excluded = new Set(
    selectedByName(resource, settingAt(resource, 'not_resources')).stores.map(({ key }) => key),
  );
  // Conditions narrow what is named, in a language of their own.
  const isNarrowed = isWritten(resource, 'condition');
  const all = [...new Set([...named.stores, ...tagged.stores])];
  return {
    isOpen: named.isOpen || tagged.isOpen || isNarrowed || excluded.size > 0,
    stores: isNarrowed ? [] : all.filter(({ key }) => !excluded.has(key)),
  };
}

function selectionTag(block: DataNode): Tag | null {
  const key = at(block, 'key') ?? at(block, 'condition_key');
  const value = at(block, 'value') ?? at(block, 'condition_value');
  return key?.type === 'scalar' && value?.type === 'scalar'
    ? { key: key.text, value: value.text }
    : null;
}

interface Copy {
  readonly id: string;
  readonly vault: DataNode | undefined;
  readonly days: Value<number>;
  /** The block that says so. */
  readonly rule: DataNode;
}

function copyOf(
  selector: Resource,
  owner: Resource,
  stores: readonly Resource[],
  { id, vault: node, days, rule }: Copy,
): readonly Fact[] {
  const found = placementOf(owner, node) ?? vaultByName(owner, node);
  const vault = found?.resource;
  const where = vault === undefined ? 'a vault' : vault.name;
  const traits = {
    id,
    name: `${owner.name} in ${where}`,
    at: owner.at,
    method: 'snapshot',
    retentionDays: days,
    survivesSourceDeletion: byDefault(true, rule.at, recoveryPoints),
    of: stores.map(({ key }) => key),
    because: `${selector.name} selects it`,
  } as const;
  if (found === undefined) return withoutPlace(backupFacts(selector, 'aws', traits));
  const placed = { ...selector, placement: found.placement };
  // A vault that is emptied before it is destroyed goes with its stack.
  const isForced = vault !== undefined && known(offUnlessWritten(vault, 'force_destroy')) === true;
  const facts = isForced ? backupFacts(placed, 'aws', traits) : keptByAws(placed, traits);
  const key = entityKey(`${selector.key}/${id}`);
  const held = vault === undefined ? [] : [...locksOf(vault, key), ...policyOfVault(vault, key)];
  return [...facts, ...held, ...keysOf(stores, found.placement, vault, key)];
}

/** Copies that a rule sends behind an air gap too. A vault that nobody can tell may be none at all. */
function behindAirGap(
  selector: Resource,
  owner: Resource,
  stores: readonly Resource[],
  copy: Copy,
): readonly Fact[] {
  const found = placementOf(owner, copy.vault);
  const taken = stores.filter(goesBehindAirGap);
  if (found === undefined || taken.length === 0) return [];
  const facts = copyOf(selector, owner, taken, copy);
  // The setting takes no other kind of vault, wherever the one that it names is declared.
  if (found.resource !== undefined && isAirGapped(found.resource)) return facts;
  const key = entityKey(`${selector.key}/${copy.id}`);
  return [...facts, ...airGapFacts(selector, key, 'the vault', copy.vault?.at ?? copy.rule.at)];
}

/**
 * A vault has a key of its own. In the account and region of their source, copies of what AWS Backup does not manage itself keep the key of that source.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html (read 2026-11-21)
 */
function keysOf(
  stores: readonly Resource[],
  { account, region }: Resource['placement'],
  vault: Resource | undefined,
  copy: EntityKey,
): readonly Fact[] {
  return stores.flatMap((store) => {
    const { placement } = store;
    const isBeside = placement.account.key === account.key && placement.region.key === region.key;
    if (keepsKey.test(store.type) && isBeside) return keyFacts(store, copy);
    return vault === undefined ? [] : keyFacts(vault, copy);
  });
}

const keepsKey =
  /^(?:aws_(?:db_instance|rds_cluster|docdb_cluster|neptune_cluster|ebs_volume)|AWS::(?:RDS::DB(?:Instance|Cluster)|DocDB::DBCluster|Neptune::DBCluster|EC2::Volume))$/;

/** A vault named by its literal name, as plans may do. */
function vaultByName(owner: Resource, node: DataNode | undefined): ReturnType<typeof placementOf> {
  if (node?.type !== 'scalar') return undefined;
  const found = owner.stack.resources.find(
    (resource) =>
      vaults.includes(resource.type) &&
      [settingAt(resource, 'name'), settingAt(resource, 'backup_vault_name')].some(
        (name) => name?.type === 'scalar' && name.text === node.text,
      ),
  );
  if (found !== undefined) return { placement: found.placement, resource: found };
  // A plan writes into vaults of its own account and region.
  return node.text.startsWith('arn:')
    ? undefined
    : { placement: owner.placement, resource: undefined };
}

/** What keeps recovery points from being deleted before their time. */
function locksOf(vault: Resource, copy: ReturnType<typeof entityKey>): readonly Fact[] {
  if (isAirGapped(vault)) return airGapFacts(vault, copy, vault.name, vault.at);
  const separate = namedBy(vault, ['aws_backup_vault_lock_configuration'], 'backup_vault_name')[0];
  const lock = separate?.settings ?? settingAt(vault, 'lock_configuration');
  if (lock === undefined) return [];
  const isFinal =
    separate === undefined
      ? known(numberWith(vault, 'lock_configuration.changeable_for_days', null)) !== undefined
      : known(numberWith(separate, 'changeable_for_days', null)) !== undefined;
  return guardFacts(vault, copy, {
    id: 'lock',
    name: `lock of ${vault.name}`,
    at: separate?.at ?? lock.at,
    strength: isFinal ? 'blocks' : 'asks',
    because: isFinal
      ? 'nobody can delete its recovery points before their time'
      : 'only who may remove the lock can delete its recovery points',
  });
}

/** Days after which a recovery point ends; `Infinity` is not a number of days, so "never" is a century. */
function daysOf(block: DataNode): Value<number> {
  const [lifecycle] = blocksOf(block, 'lifecycle');
  if (lifecycle?.type === 'expr') return unknown('interpolated', lifecycle.at);
  const node = at(lifecycle, 'delete_after') ?? at(lifecycle, 'delete_after_days');
  if (node === undefined) return byDefault(36_500, block.at, recoveryPoints);
  const days = node.type === 'scalar' ? Number(node.text) : Number.NaN;
  return Number.isFinite(days) ? written(days, node.at) : unknown('interpolated', node.at);
}

/** A copy of which nobody can tell what it copies: it stands for whatever it takes, in this stack or another. */
function unseen(resource: Resource, at: Resource): readonly Fact[] {
  return withoutPlace(
    backupFacts(resource, 'aws', {
      id: 'selected',
      name: `whatever ${resource.name} selects`,
      at: at.at,
      method: 'snapshot',
      retentionDays: unknown('external', at.at),
      survivesSourceDeletion: unknown('external', at.at),
      of: [],
      because: '',
    }),
  );
}

function unplaced(resource: Resource, stores: readonly Resource[]): readonly Fact[] {
  return withoutPlace(
    backupFacts(resource, 'aws', {
      id: 'selection',
      name: resource.name,
      at: resource.at,
      method: 'snapshot',
      retentionDays: unknown('external', resource.at),
      survivesSourceDeletion: byDefault(true, resource.at, recoveryPoints),
      of: stores.map(({ key }) => key),
      because: `${resource.name} selects it`,
    }),
  );
}
