import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, unknown, type Value, written } from '../../../model/value.ts';
import {
  type AuditTraits,
  alertsByDefault,
  auditFacts,
} from '../../../recognize/resource/audit-facts.ts';
import { notSaid } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { alertSpecs } from './alerts.ts';
import { awsSpec, numberWith, offUnlessWritten, onUnlessWritten, pageOf } from './spec.ts';

/** CloudTrail and AWS Config: who did what to the account, and what tells somebody of it. */
export const audit: readonly ResourceSpec[] = [
  awsSpec(['aws_cloudtrail', 'AWS::CloudTrail::Trail'], trail, {
    trail_name: 'name',
    is_logging: 'enable_logging',
    cloud_watch_logs_log_group_arn: 'cloud_watch_logs_group_arn',
  }),
  awsSpec(['aws_cloudtrail_event_data_store', 'AWS::CloudTrail::EventDataStore'], eventStore),
  awsSpec(['aws_config_configuration_recorder_status'], recorder),
  ...alertSpecs,
];

function trail(resource: Resource): readonly Fact[] {
  return logFacts(resource, {
    isOn: onUnlessWritten(resource, 'enable_logging'),
    immutable: bucketLocked(resource),
    retentionDays: unknown('external', resource.at),
    ...alertsByDefault(
      resource,
      ['s3_bucket_name', 'cloud_watch_logs_group_arn'],
      pageOf(resource),
    ),
  });
}

/** A trail's bucket in the same stack can be emptied by who runs the stack, unless its objects are locked. */
function bucketLocked(resource: Resource): Value<boolean> {
  const node = settingAt(resource, 's3_bucket_name');
  const bucket = resource.stack.target(node);
  if (node === undefined || bucket === undefined) return notSaid(resource);
  // Two keys tell apart; that they differ does not prove two accounts.
  if (bucket.placement.account.key !== resource.placement.account.key) return notSaid(resource);
  const lock = namedBy(bucket, ['aws_s3_bucket_object_lock_configuration'], 'bucket');
  const hasLock = lock.length > 0 || settingAt(bucket, 'object_lock_configuration') !== undefined;
  if (hasLock) return notSaid(resource);
  const forced = offUnlessWritten(bucket, 'force_destroy');
  return known(forced) === true
    ? written(false, forced.at)
    : byDefault(false, node.at, pageOf(bucket));
}

function eventStore(resource: Resource): readonly Fact[] {
  return logFacts(resource, {
    isOn: byDefault(true, resource.at, pageOf(resource)),
    immutable: onUnlessWritten(resource, 'termination_protection_enabled'),
    retentionDays: numberWith(resource, 'retention_period', 2555),
  });
}

function recorder(resource: Resource): readonly Fact[] {
  return logFacts(resource, {
    isOn: offUnlessWritten(resource, 'is_enabled'),
    immutable: notSaid(resource),
    retentionDays: unknown('external', resource.at),
  });
}

function logFacts(resource: Resource, traits: AuditTraits): readonly Fact[] {
  return auditFacts(resource, 'aws', traits);
}
