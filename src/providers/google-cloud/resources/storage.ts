import { entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value, written } from '../../../model/value.ts';
import { nameTokens } from '../../../recognize/name-tokens.ts';
import { copiesIn } from '../../../recognize/resource/bucket-copies.ts';
import { derived, literal } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { soundsLikeCopies, soundsPassing } from '../../../recognize/resource/store-names.ts';
import { google, policyGuard } from './spec.ts';

const whileFilled = 'https://cloud.google.com/storage/docs/deleting-buckets';

/** Buckets of Cloud Storage. */
export const storage: readonly ResourceSpec[] = [google.spec(['google_storage_bucket'], bucket)];

function bucket(resource: Resource): readonly Fact[] {
  const name = literal(resource, 'name');
  const passing = soundsPassing(resource, 'name');
  const guards = guardsOf(resource);
  const forced = google.off(resource, 'force_destroy');
  return [
    ...google.store(resource, {
      product: 'gcs-bucket',
      holds: 'bucket',
      // The name of a bucket is one of a kind in the world.
      aliases: name === undefined ? [] : [entityKey(`gs://${name}`)],
      deletionProtection: keptWhileFilled(resource, forced),
      ...(passing || holdsSources(resource)
        ? { disposable: written(true, settingAt(resource, 'name')?.at ?? resource.at) }
        : {}),
    }),
    ...guards,
    ...policyGuard(resource, 'DELETE'),
    ...(soundsLikeCopies(resource, 'name') && !passing
      ? copiesIn(resource, 'google-cloud', { isForced: known(forced) === true, guards })
      : []),
  ];
}

/** Archives of code that the stack itself uploads, for functions to be made of. */
function holdsSources(resource: Resource): boolean {
  const label = resource.name.split('.').at(-1) ?? '';
  const words = [...nameTokens(literal(resource, 'name') ?? ''), ...nameTokens(label)];
  return (
    words.some((word) => /^(?:sources?|functions?|code|deployments?)$/.test(word)) &&
    namedBy(resource, ['google_storage_bucket_object'], 'bucket').length > 0
  );
}

/** Google refuses to delete a bucket that holds anything, unless the tool was told to empty it first. */
function keptWhileFilled(resource: Resource, forced: Value<boolean>): Value<boolean> {
  return forced.state === 'default'
    ? byDefault(true, resource.at, whileFilled)
    : derived(forced, (isForced) => !isForced);
}

/** A retention that keeps objects, versions and a time in which deletions can be taken back. */
function guardsOf(resource: Resource): readonly Fact[] {
  const locked = google.off(resource, 'retention_policy.is_locked');
  const retention = settingAt(resource, 'retention_policy');
  const versions = google.off(resource, 'versioning.enabled');
  return [
    ...(retention === undefined ? [] : retentionGuard(resource, locked)),
    ...(known(versions) === true
      ? guardFacts(resource, resource.key, {
          id: 'versions',
          name: `versions of ${resource.name}`,
          at: versions.at,
          strength: 'asks',
          because: 'what is deleted stays until its versions are deleted too',
        })
      : []),
    ...softDeleteGuard(resource),
  ];
}

function retentionGuard(resource: Resource, locked: Value<boolean>): readonly Fact[] {
  const isFinal = known(locked) === true;
  return guardFacts(resource, resource.key, {
    id: 'retention',
    name: `retention policy of ${resource.name}`,
    at: locked.at,
    strength: isFinal ? 'blocks' : 'asks',
    because: isFinal
      ? 'nobody can delete its objects before their retention ends'
      : 'only who may change the policy can delete its objects before their retention ends',
  });
}

/**
 * Without a policy Google keeps what is deleted for a week, buckets included.
 * @see https://cloud.google.com/storage/docs/soft-delete (read 2026-11-21)
 */
function softDeleteGuard(resource: Resource): readonly Fact[] {
  const seconds = google.number(resource, 'soft_delete_policy.retention_duration_seconds', 604_800);
  const length = known(seconds);
  if (length === undefined || length === 0) return [];
  return guardFacts(resource, resource.key, {
    id: 'soft-delete',
    name: `soft delete of ${resource.name}`,
    at: seconds.at,
    strength: 'asks',
    because: `what is deleted can be restored for ${Math.round(length / 86_400)} days`,
  });
}
