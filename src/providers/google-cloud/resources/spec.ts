import type { Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { derived, literal } from '../../../recognize/resource/derived-settings.ts';
import { registryPage, toolGuard, vendorOf } from '../../../recognize/resource/vendor.ts';

const page = registryPage('hashicorp/google', 'google_');

/** Google's resources, with the pages of its Terraform provider. */
export const google = vendorOf({ provider: 'google-cloud', page, checkedOn: '2026-11-21' });

/** `deletion_protection`, which only Terraform honours, and `deletion_policy`, which almost every resource of the provider has. */
export function heldByTool(resource: Resource, isOnByDefault: boolean): readonly Fact[] {
  return [
    ...toolGuard(resource, toolSwitch(resource, isOnByDefault), 'deletion_protection'),
    ...policyGuard(resource, 'DELETE'),
  ];
}

/** The switch of that name, which no other client of Google reads. */
export function toolSwitch(resource: Resource, isOnByDefault: boolean): Value<boolean> {
  return isOnByDefault
    ? google.on(resource, 'deletion_protection')
    : google.off(resource, 'deletion_protection');
}

/** A policy that makes Terraform refuse a destruction, or forget the thing without one. */
export function policyGuard(resource: Resource, otherwise: string): readonly Fact[] {
  const policy = google.text(resource, 'deletion_policy', otherwise);
  const holds = derived(policy, (text) => text === 'PREVENT' || text === 'ABANDON');
  return toolGuard(resource, holds, 'deletion_policy');
}

/** Days in a duration as Google writes them: `604800s`. */
export function daysIn(duration: Value<string>): Value<number> {
  if (duration.state === 'unknown') return duration;
  const [, seconds] = /^(\d{1,12})(?:\.\d{1,9})?s?$/.exec(duration.value) ?? [];
  if (seconds === undefined) return unknown('interpolated', duration.at);
  return derived(duration, () => Number(seconds) / 86_400);
}

/** Project of a resource, where it is written. */
export function projectOf(resource: Resource): string | undefined {
  const { account } = resource.placement;
  return (
    literal(resource, 'project') ??
    (account.isKnown ? account.key.slice(account.key.indexOf('/') + 1) : undefined)
  );
}
