import type { ConstructSpec } from '../../../model/resource.ts';
import { constructsOf, plainConstructs } from './spec.ts';

const s3 = constructsOf('aws-s3');
const onOff = { true: 'ENABLED', false: 'DISABLED' };
const bucketHold = ['auto_delete_objects', 'versioning_configuration.status'];

/** Files, disks, keys, queues, logs and copies. */
export const storage: readonly ConstructSpec[] = [
  s3('Bucket', 'AWS::S3::Bucket', {
    settings: {
      versioned: 'versioning_configuration.status',
      object_lock_default_retention: 'object_lock_configuration.rule.default_retention.mode',
      encryption_key: 'kms_master_key_id',
    },
    words: { 'versioning_configuration.status': { true: 'Enabled', false: 'Suspended' } },
    removal: 'retain',
    mayHold: bucketHold,
  }),
  ...plainConstructs('aws-s3', 'S3', 'Bucket', bucketHold),
  constructsOf('aws-efs')('FileSystem', 'AWS::EFS::FileSystem', {
    settings: { enable_automatic_backups: 'backup_policy.status' },
    words: { 'backup_policy.status': onOff },
    removal: 'retain',
    mayHold: ['backup_policy.status'],
  }),
  ...plainConstructs('aws-efs', 'EFS', 'FileSystem', ['backup_policy.status']),
  constructsOf('aws-ec2')('Volume', 'AWS::EC2::Volume', { removal: 'retain' }),
  ...plainConstructs('aws-ec2', 'EC2', 'Volume Instance'),
  constructsOf('aws-fsx')('LustreFileSystem', 'AWS::FSx::FileSystem', { removal: 'retain' }),
  ...plainConstructs('aws-fsx', 'FSx', 'FileSystem Volume'),
  constructsOf('aws-kms')('Key', 'AWS::KMS::Key', {
    settings: { pending_window: 'pending_window_in_days' },
    removal: 'retain',
    mayHold: ['pending_window_in_days'],
  }),
  ...plainConstructs('aws-kms', 'KMS', 'Key', ['pending_window_in_days']),
  constructsOf('aws-secretsmanager')('Secret', 'AWS::SecretsManager::Secret', {
    settings: { secret_name: 'name' },
  }),
  ...plainConstructs('aws-secretsmanager', 'SecretsManager', 'Secret'),
  constructsOf('aws-sqs')('Queue', 'AWS::SQS::Queue', { removal: 'delete' }),
  ...plainConstructs('aws-sqs', 'SQS', 'Queue'),
  constructsOf('aws-kinesis')('Stream', 'AWS::Kinesis::Stream', {
    settings: { stream_name: 'name' },
    removal: 'retain',
  }),
  ...plainConstructs('aws-kinesis', 'Kinesis', 'Stream'),
  constructsOf('aws-ecr')('Repository', 'AWS::ECR::Repository', { removal: 'retain' }),
  ...plainConstructs('aws-ecr', 'ECR', 'Repository'),
  constructsOf('aws-logs')('LogGroup', 'AWS::Logs::LogGroup', {
    settings: { retention: 'retention_in_days' },
    // The construct keeps two years where the template would keep everything.
    defaults: { retention_in_days: 731 },
    removal: 'retain',
    mayHold: ['retention_in_days', 'deletion_protection_enabled'],
  }),
  ...plainConstructs('aws-logs', 'Logs', 'LogGroup', ['retention_in_days']),
  constructsOf('aws-cloudtrail')('Trail', 'AWS::CloudTrail::Trail'),
  ...plainConstructs('aws-cloudtrail', 'CloudTrail', 'Trail'),
  constructsOf('aws-backup')('BackupVault', 'AWS::Backup::BackupVault', {
    settings: {
      'lock_configuration.min_retention': 'lock_configuration.min_retention_days',
      'lock_configuration.max_retention': 'lock_configuration.max_retention_days',
      'lock_configuration.changeable_for': 'lock_configuration.changeable_for_days',
    },
    removal: 'retain',
    mayHold: ['lock_configuration'],
  }),
  constructsOf('aws-backup')(
    'BackupPlan BackupPlan.daily35DayRetention BackupPlan.dailyMonthly1YearRetention BackupPlan.dailyWeeklyMonthly5YearRetention BackupPlan.dailyWeeklyMonthly7YearRetention',
    'AWS::Backup::BackupPlan',
    {
      settings: { backup_plan_rules: 'rule' },
      methods: {
        addSelection: { type: 'AWS::Backup::BackupSelection', owner: 'backup_plan_id' },
      },
    },
  ),
  ...plainConstructs(
    'aws-backup',
    'Backup',
    'BackupVault BackupPlan BackupSelection LogicallyAirGappedBackupVault',
    ['lock_configuration'],
  ),
  ...plainConstructs('aws-iam', 'IAM', 'User Role Policy ManagedPolicy UserToGroupAddition'),
];

/** Days of a log group's retention, by the names that the library gives them. */
const retention: Readonly<Record<string, number>> = {
  ONE_DAY: 1,
  THREE_DAYS: 3,
  FIVE_DAYS: 5,
  ONE_WEEK: 7,
  TWO_WEEKS: 14,
  ONE_MONTH: 30,
  TWO_MONTHS: 60,
  THREE_MONTHS: 90,
  FOUR_MONTHS: 120,
  FIVE_MONTHS: 150,
  SIX_MONTHS: 180,
  ONE_YEAR: 365,
  THIRTEEN_MONTHS: 400,
  EIGHTEEN_MONTHS: 545,
  TWO_YEARS: 731,
  THREE_YEARS: 1096,
  FIVE_YEARS: 1827,
  SIX_YEARS: 2192,
  SEVEN_YEARS: 2557,
  EIGHT_YEARS: 2922,
  NINE_YEARS: 3288,
  TEN_YEARS: 3653,
  // A template that names no days keeps everything.
  INFINITE: 0,
};

/**
 * What constants of the library stand for.
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.RetentionDays.html
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.ObjectLockRetention.html
 */
export const constants: Readonly<Record<string, string | number>> = {
  ...Object.fromEntries(
    Object.entries(retention).map(([name, days]) => [
      `aws-cdk-lib/aws-logs.RetentionDays.${name}`,
      days,
    ]),
  ),
  'aws-cdk-lib/aws-s3.ObjectLockRetention.compliance': 'COMPLIANCE',
  'aws-cdk-lib/aws-s3.ObjectLockRetention.governance': 'GOVERNANCE',
};
