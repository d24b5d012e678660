import type { Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import { keptByVendor, vendorBackups } from '../../../recognize/resource/kept-copies.ts';
import type { BackupTraits } from '../../../recognize/resource/resource-facts.ts';

/** A copy that AWS keeps and no stack does. */
export function keptByAws(resource: Resource, traits: BackupTraits): readonly Fact[] {
  return keptByVendor(resource, 'aws', traits);
}

/** Backups that AWS makes of a store by itself for a number of days; none where that is known to be zero. */
export function automatedBackups(
  resource: Resource,
  days: Value<number>,
  survives: Value<boolean>,
  method: 'snapshot' | 'pitr',
): readonly Fact[] {
  return vendorBackups(resource, 'aws', { days, survives, method });
}
