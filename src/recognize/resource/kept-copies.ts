import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { known, type Value, written } from '../../model/value.ts';
import { derived, notSaid } from './derived-settings.ts';
import { type BackupTraits, backupFacts } from './resource-facts.ts';

/**
 * A copy that a vendor keeps and no stack does: the tool that takes a stack away neither knows it nor deletes it, so it is placed in the account and the
 * region only.
 */
export function keptByVendor(
  resource: Resource,
  provider: string,
  traits: BackupTraits,
): readonly Fact[] {
  return backupFacts(resource, provider, traits).filter(
    (fact) =>
      fact.kind !== 'Relation' || fact.rel !== 'placed-in' || fact.to !== resource.stack.key,
  );
}

/** A snapshot that the code itself declares: what takes the stack away takes it too. */
export function declaredSnapshot(
  resource: Resource,
  provider: string,
  source: { readonly key: EntityKey } | undefined,
): readonly Fact[] {
  return backupFacts(resource, provider, {
    id: 'copy',
    name: resource.name,
    at: resource.at,
    method: 'snapshot',
    retentionDays: notSaid(resource),
    survivesSourceDeletion: written(true, resource.at),
    of: source === undefined ? [] : [source.key],
    because: 'it is a snapshot of it',
  });
}

/** What is known of the backups that a vendor makes of a store by itself. */
export interface Automated {
  readonly days: Value<number>;
  readonly survives: Value<boolean>;
  /** `pitr`: any moment in between can be had. */
  readonly method: 'snapshot' | 'pitr';
}

/** Backups that a vendor makes of a store by itself for a number of days; none where that is known to be zero. */
export function vendorBackups(
  resource: Resource,
  provider: string,
  { days, survives, method }: Automated,
): readonly Fact[] {
  if (known(days) === 0) return [];
  const facts = keptByVendor(resource, provider, {
    id: 'automated',
    name: `automated backups of ${resource.name}`,
    at: tellingPlace(resource, [days, survives]),
    method,
    retentionDays: days,
    survivesSourceDeletion: survives,
    of: [resource.key],
    because: 'its vendor makes them of it',
  });
  // Where nobody wrote for how long, nobody asked for them.
  return days.state === 'default' ? facts.map(impliedBackup) : facts;
}

/** Nobody asked for it: the vendor makes it anyway. */
export function impliedBackup(fact: Fact): Fact {
  return fact.kind === 'Backup' ? { ...fact, implied: true } : fact;
}

/** The vendor copies it by itself as long as the retention is not zero. */
export function isKept(days: Value<number>): Value<boolean> {
  return derived(days, (count) => count > 0);
}

/** The first of some settings that is written, else the resource. */
export function tellingPlace(resource: Resource, values: readonly Value<unknown>[]): SourceRange {
  const first = values.find(({ at }) => at !== resource.at && at.start !== resource.at.start);
  return first?.at ?? resource.at;
}

/** The same, where nothing tells in which account or region: then nothing is said about it. */
export function withoutPlace(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(
    (fact) =>
      fact.kind !== 'FailureDomain' && (fact.kind !== 'Relation' || fact.rel !== 'placed-in'),
  );
}
