import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value, written } from '../../../model/value.ts';
import { literal } from '../../../recognize/resource/derived-settings.ts';
import { storeFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt, switchOf } from '../../../recognize/resource/settings.ts';
import { soundsPassing } from '../../../recognize/resource/store-names.ts';
import { keptByAws } from './copies.ts';
import { keyFacts } from './keys.ts';
import { arnAliases } from './names.ts';
import { awsSpec, numberWith, offUnlessWritten, pageOf } from './spec.ts';

const deleted =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html';
const template = {
  table_name: 'name',
  'point_in_time_recovery_specification.point_in_time_recovery_enabled':
    'point_in_time_recovery.enabled',
  'point_in_time_recovery_specification.recovery_period_in_days':
    'point_in_time_recovery.recovery_period_in_days',
  'time_to_live_specification.enabled': 'ttl.enabled',
};

/** DynamoDB tables. Of a global table the first replica is read; the others get what is written into it. */
export const dynamodb: readonly ResourceSpec[] = [
  awsSpec(
    ['aws_dynamodb_table', 'AWS::DynamoDB::Table', 'AWS::Serverless::SimpleTable'],
    table,
    template,
  ),
  awsSpec(['AWS::DynamoDB::GlobalTable'], table, {
    table_name: 'name',
    'replicas.deletion_protection_enabled': 'deletion_protection_enabled',
    'replicas.point_in_time_recovery_specification.point_in_time_recovery_enabled':
      'point_in_time_recovery.enabled',
    'time_to_live_specification.enabled': 'ttl.enabled',
  }),
];

function table(resource: Resource): readonly Fact[] {
  const recovery = offUnlessWritten(resource, 'point_in_time_recovery.enabled');
  const passing = passingOf(resource);
  const facts = storeFacts(resource, 'aws', {
    product: 'dynamodb-table',
    holds: 'database',
    aliases: arnAliases(resource, 'dynamodb', 'table/', 'name'),
    deletionProtection: offUnlessWritten(resource, 'deletion_protection_enabled'),
    ownBackups: recovery,
    ...(passing === undefined ? {} : { disposable: passing }),
  });
  const store = [...facts, ...keyFacts(resource, resource.key)];
  if (known(recovery) !== true) return store;
  return [
    ...store,
    ...keptByAws(resource, {
      id: 'recovery',
      name: `point-in-time recovery of ${resource.name}`,
      at: recovery.at,
      method: 'pitr',
      retentionDays: numberWith(resource, 'point_in_time_recovery.recovery_period_in_days', 35),
      // A table that is deleted leaves a system backup.
      survivesSourceDeletion: byDefault(true, recovery.at, deleted),
      of: [resource.key],
      because: 'it can be restored to a point in time',
    }),
  ];
}

/** Rows that expire by themselves under a name that says so, and the locks of Terraform's own states. */
function passingOf(resource: Resource): Value<boolean> | undefined {
  const key = settingAt(resource, 'hash_key') ?? settingAt(resource, 'key_schema.attribute_name');
  if (key?.type === 'scalar' && key.text === 'LockID') return written(true, key.at);
  const expiry = switchOf(resource, 'ttl.enabled', { value: false, source: pageOf(resource) });
  const isShortLived =
    soundsPassing(resource, 'name') ||
    /session|lock|rate-?limit|idempoten|connection/i.test(
      `${literal(resource, 'name') ?? ''} ${resource.name.split('.').at(-1) ?? ''}`,
    );
  return known(expiry) === true && isShortLived ? written(true, expiry.at) : undefined;
}
