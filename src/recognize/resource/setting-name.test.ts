import { expect, it } from 'vitest';
import { settingName } from './setting-name.ts';

it.each([
  ['DBInstanceIdentifier', 'db_instance_identifier'],
  ['dbInstanceIdentifier', 'db_instance_identifier'],
  ['KMSKeyId', 'kms_key_id'],
  ['KmsKeyId', 'kms_key_id'],
  ['VPCSecurityGroups', 'vpc_security_groups'],
  ['MultiAZ', 'multi_az'],
  ['EnableIAMDatabaseAuthentication', 'enable_iam_database_authentication'],
  ['SSESpecification', 'sse_specification'],
  ['PointInTimeRecoveryEnabled', 'point_in_time_recovery_enabled'],
  ['S3KeyPrefix', 's3_key_prefix'],
  ['TargetARNs', 'target_arns'],
  ['VPCZoneIdentifier', 'vpc_zone_identifier'],
  ['snake_case', 'snake_case'],
  ['Engine', 'engine'],
])('%s is %s', (name, expected) => {
  expect(settingName(name)).toBe(expected);
});
