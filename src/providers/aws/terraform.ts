import type { ModuleResource, ModuleSpec, PlacementSpec } from '../../model/resource.ts';
import { cloudposse } from './cloudposse.ts';

const checkedOn = '2026-11-21';
const provider = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs';

/** The account and region of a resource, as the provider's configuration and the resource itself name them. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['aws', 'awscc'],
    account: [
      { of: 'provider', path: 'allowed_account_ids' },
      {
        of: 'provider',
        path: 'assume_role.role_arn',
        names: /^arn:aws[a-z-]*:iam::(\d{12}):/,
      },
      { of: 'provider', path: 'profile', isAlias: true },
    ],
    region: [
      { of: 'resource', path: 'region' },
      {
        of: 'resource',
        path: 'availability_zone',
        names: /^([a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\d)[a-z]$/,
      },
      { of: 'provider', path: 'region' },
    ],
    source: provider,
    checkedOn,
  },
];

/** Inputs that a module hands to its resource under the same name. */
function inputs(names: string): ModuleResource['settings'] {
  return Object.fromEntries(names.split(' ').map((name) => [name, { input: name }]));
}

const repository = 'https://github.com/terraform-aws-modules/terraform-aws';

/** Modules of terraform-aws-modules and of cloudposse that make what holds data, or what tells of its deletion. */
export const modules: readonly ModuleSpec[] = [
  {
    modules: [
      'terraform-aws-modules/rds/aws',
      'terraform-aws-modules/rds/aws//modules/db_instance',
    ],
    makes: [
      {
        type: 'aws_db_instance',
        name: 'this',
        unless: { create_db_instance: true, create: true },
        settings: {
          ...inputs(
            'identifier engine engine_version instance_class storage_encrypted kms_key_id db_name backup_retention_period replicate_source_db snapshot_identifier multi_az availability_zone tags region',
          ),
          deletion_protection: { input: 'deletion_protection', otherwise: false },
          skip_final_snapshot: { input: 'skip_final_snapshot', otherwise: false },
          final_snapshot_identifier: {
            input: 'final_snapshot_identifier_prefix',
            otherwise: 'final',
          },
          delete_automated_backups: { input: 'delete_automated_backups', otherwise: true },
          publicly_accessible: { input: 'publicly_accessible', otherwise: false },
        },
      },
    ],
    source: `${repository}-rds/blob/master/variables.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/rds-aurora/aws'],
    makes: [
      {
        type: 'aws_rds_cluster',
        name: 'this',
        unless: { create_cluster: true, create: true },
        settings: {
          ...inputs(
            'engine engine_version engine_mode database_name deletion_protection delete_automated_backups kms_key_id replication_source_identifier snapshot_identifier tags region',
          ),
          cluster_identifier: { input: 'name' },
          storage_encrypted: { input: 'storage_encrypted', otherwise: true },
          backup_retention_period: { input: 'backup_retention_period', otherwise: 7 },
          skip_final_snapshot: { input: 'skip_final_snapshot', otherwise: false },
          final_snapshot_identifier: {
            input: 'final_snapshot_identifier|final_snapshot_identifier_prefix',
            otherwise: 'final',
          },
        },
      },
    ],
    source: `${repository}-rds-aurora/blob/master/variables.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/s3-bucket/aws'],
    makes: [
      {
        type: 'aws_s3_bucket',
        name: 'this',
        unless: { create_bucket: true },
        settings: {
          ...inputs('bucket bucket_prefix tags region'),
          force_destroy: { input: 'force_destroy', otherwise: false },
          object_lock_enabled: { input: 'object_lock_enabled', otherwise: false },
        },
      },
      {
        type: 'aws_s3_bucket_versioning',
        name: 'this',
        unless: { create_bucket: true },
        needs: 'versioning',
        settings: {
          bucket: { refersTo: 'aws_s3_bucket.this' },
          'versioning_configuration.status': {
            input: 'versioning.enabled|versioning.status',
            otherwise: 'Enabled',
            words: { true: 'Enabled', false: 'Suspended' },
          },
          'versioning_configuration.mfa_delete': {
            input: 'versioning.mfa_delete',
            words: { true: 'Enabled', false: 'Disabled' },
          },
        },
      },
    ],
    source: `${repository}-s3-bucket/blob/master/main.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/dynamodb-table/aws'],
    makes: [
      {
        type: 'aws_dynamodb_table',
        name: 'this',
        unless: { create_table: true, create: true },
        settings: {
          ...inputs('name deletion_protection_enabled tags region'),
          'point_in_time_recovery.enabled': {
            input: 'point_in_time_recovery_enabled|point_in_time_recovery.enabled',
            otherwise: false,
          },
        },
      },
    ],
    source: `${repository}-dynamodb-table/blob/master/main.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/efs/aws'],
    makes: [
      {
        type: 'aws_efs_file_system',
        name: 'this',
        unless: { create: true },
        settings: inputs('creation_token kms_key_id availability_zone_name tags region'),
      },
      {
        type: 'aws_efs_backup_policy',
        name: 'this',
        unless: { create: true, create_backup_policy: true },
        settings: {
          file_system_id: { refersTo: 'aws_efs_file_system.this' },
          'backup_policy.status': {
            input: 'enable_backup_policy',
            otherwise: 'ENABLED',
            words: { true: 'ENABLED', false: 'DISABLED' },
          },
        },
      },
    ],
    source: `${repository}-efs/blob/master/main.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/elasticache/aws'],
    makes: [
      {
        type: 'aws_elasticache_cluster',
        name: 'this',
        unless: { create: true, create_cluster: false },
        settings: inputs('cluster_id engine snapshot_retention_limit tags region'),
      },
      {
        type: 'aws_elasticache_replication_group',
        name: 'this',
        unless: { create: true, create_replication_group: true },
        settings: inputs('replication_group_id engine snapshot_retention_limit tags region'),
      },
    ],
    source: `${repository}-elasticache/blob/master/main.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/opensearch/aws'],
    makes: [
      {
        type: 'aws_opensearch_domain',
        name: 'this',
        unless: { create: true },
        settings: inputs('domain_name engine_version tags region'),
      },
    ],
    source: `${repository}-opensearch/blob/master/variables.tf`,
    checkedOn,
  },
  {
    modules: ['terraform-aws-modules/cloudwatch/aws//modules/cis-alarms'],
    makes: [
      // Of its filters the one on keys, which are what it tells of that takes data away.
      {
        type: 'aws_cloudwatch_log_metric_filter',
        name: 'this',
        unless: { create: true },
        settings: {
          pattern: { otherwise: '{ $.eventName = ScheduleKeyDeletion }' },
          'metric_transformation.name': { otherwise: 'DisableOrDeleteCMK' },
        },
      },
      {
        type: 'aws_cloudwatch_metric_alarm',
        name: 'this',
        unless: { create: true, actions_enabled: true },
        settings: {
          metric_name: { otherwise: 'DisableOrDeleteCMK' },
          ...inputs('alarm_actions'),
        },
      },
    ],
    source: `${repository}-cloudwatch/blob/master/modules/cis-alarms/main.tf`,
    checkedOn: '2026-11-22',
  },
  ...cloudposse,
];
