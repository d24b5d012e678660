import { at, type DataNode } from '../../../model/document.ts';
import { entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, unknown, type Value, written } from '../../../model/value.ts';
import { type CopyBucket, copiesIn } from '../../../recognize/resource/bucket-copies.ts';
import { derived, literal } from '../../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../../recognize/resource/kept-copies.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { objectLock } from '../../../recognize/resource/plain-stores.ts';
import { guardFacts, storeFacts } from '../../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt, switchOf } from '../../../recognize/resource/settings.ts';
import { soundsLikeCopies, soundsPassing } from '../../../recognize/resource/store-names.ts';
import { keptByAws } from './copies.ts';
import { accountPlace, placementOf } from './places.ts';
import { policyOfBucket } from './resource-policy.ts';
import { awsSpec, offUnlessWritten, textWith } from './spec.ts';

const whileFilled = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html';
const replication = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html';

/** Buckets with what other resources add to them: object lock, a second factor, replicas. */
export const s3: readonly ResourceSpec[] = [
  awsSpec(['aws_s3_bucket', 'aws_s3_directory_bucket', 'AWS::S3::Bucket'], bucket, {
    bucket_name: 'bucket',
    auto_delete_objects: 'force_destroy',
  }),
  awsSpec(['aws_lightsail_bucket', 'AWS::Lightsail::Bucket'], bucket, {
    bucket_name: 'bucket',
    force_delete: 'force_destroy',
  }),
];

function bucket(resource: Resource): readonly Fact[] {
  const name = literal(resource, 'bucket');
  const passing = soundsPassing(resource, 'bucket');
  const store = storeFacts(resource, 'aws', {
    product: 's3-bucket',
    holds: 'bucket',
    // The name of a bucket is one of a kind in the world.
    aliases: name === undefined ? [] : [entityKey(`arn:aws:s3:::${name}`)],
    deletionProtection: keptWhileFilled(resource),
    ...(passing
      ? { disposable: written(true, settingAt(resource, 'bucket')?.at ?? resource.at) }
      : {}),
  });
  return [
    ...store,
    ...guardsOf(resource),
    ...(soundsLikeCopies(resource, 'bucket') && !passing
      ? copiesIn(resource, 'aws', copyBucket(resource))
      : []),
    ...replicas(resource),
  ];
}

/** AWS refuses to delete a bucket that holds anything, unless the tool was told to empty it first. */
function keptWhileFilled(resource: Resource): Value<boolean> {
  const forced = offUnlessWritten(resource, 'force_destroy');
  if (forced.state === 'default') return byDefault(true, resource.at, whileFilled);
  return derived(forced, (isForced) => !isForced);
}

/** Locked objects, versions that stay behind what is deleted, those that only a second factor deletes, and what the bucket's policy denies. */
function guardsOf(resource: Resource): readonly Fact[] {
  const locks = namedBy(resource, ['aws_s3_bucket_object_lock_configuration'], 'bucket');
  const versionings = namedBy(resource, ['aws_s3_bucket_versioning'], 'bucket');
  return [
    ...[resource, ...locks].flatMap((lock) => lockOf(resource, lock)),
    ...[resource, ...versionings].flatMap((versioning) => versions(resource, versioning)),
    ...policyOfBucket(resource),
  ];
}

function lockOf(resource: Resource, lock: Resource): readonly Fact[] {
  const mode = modeOf(lock);
  return mode === undefined ? [] : objectLock(resource, written(mode.text, mode.at));
}

function versions(resource: Resource, versioning: Resource): readonly Fact[] {
  // Before version 4 of the provider the bucket itself had both as switches.
  const guards = [
    {
      id: 'versions',
      name: 'versions',
      setting: 'status',
      inlineName: 'enabled',
      because: 'what is deleted stays until its versions are deleted too',
    },
    {
      id: 'second-factor',
      name: 'MFA delete',
      setting: 'mfa_delete',
      inlineName: 'mfa_delete',
      because: 'deleting a version takes a second factor',
    },
  ];
  return guards.flatMap(({ id, name, setting, inlineName, because }) => {
    const value = textWith(versioning, `versioning_configuration.${setting}`, null);
    const inline = switchOf(versioning, `versioning.${inlineName}`, null);
    if (known(value) !== 'Enabled' && known(inline) !== true) return [];
    return guardFacts(resource, resource.key, {
      id,
      name: `${name} of ${resource.name}`,
      at: known(inline) === true ? inline.at : value.at,
      strength: 'asks',
      because,
    });
  });
}

/** Of the default retention, in Terraform's words or in a template's. */
function modeOf(lock: Resource): Extract<DataNode, { type: 'scalar' }> | undefined {
  const node =
    settingAt(lock, 'rule.default_retention.mode') ??
    settingAt(lock, 'object_lock_configuration.rule.default_retention.mode');
  return node?.type === 'scalar' ? node : undefined;
}

/** It as a bucket that copies lie in. */
function copyBucket(resource: Resource): CopyBucket {
  return {
    isForced: known(offUnlessWritten(resource, 'force_destroy')) === true,
    guards: guardsOf(resource),
  };
}

/** Buckets that get every new object of this one. They do not get the deletion of a version. */
function replicas(resource: Resource): readonly Fact[] {
  const rules = [
    ...blocksOf(settingAt(resource, 'replication_configuration'), 'rules'),
    ...namedBy(resource, ['aws_s3_bucket_replication_configuration'], 'bucket').flatMap((one) =>
      blocksOf(one.settings, 'rule'),
    ),
  ];
  return rules.flatMap((rule, position) => replica(resource, rule, position));
}

function replica(resource: Resource, rule: DataNode, position: number): readonly Fact[] {
  const status = at(rule, 'status');
  if (status?.type === 'scalar' && status.text !== 'Enabled') return [];
  const [destination] = blocksOf(rule, 'destination');
  const account = at(destination, 'account');
  const found = placementOf(resource, at(destination, 'bucket'));
  const placement = found?.placement;
  const traits = {
    id: `replica-${position}`,
    name: `replica of ${resource.name}`,
    at: status?.at ?? rule.at,
    method: 'replica',
    retentionDays: unknown<number>('external', rule.at),
    survivesSourceDeletion: byDefault(true, rule.at, replication),
    of: [resource.key],
    because: 'its new objects are replicated',
  } as const;
  const isElsewhere = account?.type === 'scalar';
  if (placement === undefined && !isElsewhere) {
    return withoutPlace(keptByAws(resource, traits));
  }
  const base = placement ?? resource.placement;
  return keptByAws(
    {
      ...resource,
      placement: isElsewhere ? { ...base, account: accountPlace(account.text, account.at) } : base,
    },
    traits,
  );
}
