import type { Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import type { SourceRange } from '../../../model/source.ts';
import { known, type Value } from '../../../model/value.ts';
import { type BackupTraits, backupFacts } from '../../../recognize/resource/resource-facts.ts';
import { derived } from './spec.ts';

/**
 * A copy that AWS keeps and no stack does: the tool that takes a stack away neither knows it nor deletes it, so it is placed in the account and the
 * region only.
 */
export function keptByAws(resource: Resource, traits: BackupTraits): readonly Fact[] {
  return backupFacts(resource, 'aws', traits).filter(
    (fact) =>
      fact.kind !== 'Relation' || fact.rel !== 'placed-in' || fact.to !== resource.stack.key,
  );
}

/** Backups that AWS makes of a store by itself for a number of days; none where that is known to be zero. `pitr`: any moment in between can be had. */
export function automatedBackups(
  resource: Resource,
  days: Value<number>,
  survives: Value<boolean>,
  method: 'snapshot' | 'pitr',
): readonly Fact[] {
  if (known(days) === 0) return [];
  const facts = keptByAws(resource, {
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

function impliedBackup(fact: Fact): Fact {
  return fact.kind === 'Backup' ? { ...fact, implied: true } : fact;
}

/** AWS copies it by itself as long as the retention is not zero. */
export function isKept(days: Value<number>): Value<boolean> {
  return derived(days, (count) => count > 0);
}

/** The first of some settings that is written, else the resource. */
export function tellingPlace(resource: Resource, values: readonly Value<unknown>[]): SourceRange {
  const written = values.find(({ at }) => at !== resource.at && at.start !== resource.at.start);
  return written?.at ?? resource.at;
}

/** The same, where nothing tells in which account or region: then nothing is said about it. */
export function withoutPlace(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(
    (fact) =>
      fact.kind !== 'FailureDomain' && (fact.kind !== 'Relation' || fact.rel !== 'placed-in'),
  );
}
