import type { ConstructSpec } from '../../../model/resource.ts';
import { bridgedConstructs, bridgedTable } from '../../../recognize/resource/bridged-constructs.ts';
import { checkedOn } from './spec.ts';

const bridge = {
  library: '@pulumi/aws',
  source: 'https://www.pulumi.com/registry/packages/aws/api-docs/',
  checkedOn,
} as const;
const one = bridgedConstructs(bridge);
const databases =
  'deletion_protection skip_final_snapshot backup_retention_period delete_automated_backups snapshot_identifier publicly_accessible tags';

/** Classes of Pulumi's library for AWS. Settings are Terraform's in `camelCase`, with Terraform's defaults. */
export const pulumi: readonly ConstructSpec[] = [
  one('rds.Instance', 'aws_db_instance', { mayHold: `${databases} identifier` }),
  one('rds.Cluster', 'aws_rds_cluster', {
    mayHold: `${databases} cluster_identifier`,
  }),
  one('docdb.Cluster', 'aws_docdb_cluster', { mayHold: databases }),
  one('neptune.Cluster', 'aws_neptune_cluster', { mayHold: databases }),
  one('redshift.Cluster', 'aws_redshift_cluster', {
    mayHold: `${databases} automated_snapshot_retention_period`,
  }),
  one('dynamodb.Table', 'aws_dynamodb_table', {
    mayHold: 'deletion_protection_enabled point_in_time_recovery name tags',
  }),
  one('s3.Bucket s3.BucketV2', 'aws_s3_bucket', {
    mayHold: 'force_destroy versioning object_lock_enabled bucket bucket_prefix tags',
    settings: { lifecycle_rules: 'lifecycle_rule' },
  }),
  one('s3.BucketVersioning s3.BucketVersioningV2', 'aws_s3_bucket_versioning', {
    mayHold: 'versioning_configuration',
  }),
  one(
    's3.BucketObjectLockConfiguration s3.BucketObjectLockConfigurationV2',
    'aws_s3_bucket_object_lock_configuration',
  ),
  one('s3.BucketReplicationConfig', 'aws_s3_bucket_replication_configuration', {
    settings: { rules: 'rule' },
  }),
  one('backup.Plan', 'aws_backup_plan', { settings: { rules: 'rule' }, mayHold: 'rule' }),
  one('backup.Selection', 'aws_backup_selection', {
    settings: { selection_tags: 'selection_tag', conditions: 'condition' },
    mayHold: 'selection_tag resources condition',
  }),
  ...bridgedTable(
    bridge,
    {
      'backup.Vault': 'aws_backup_vault',
      'backup.VaultLockConfiguration': 'aws_backup_vault_lock_configuration',
      'rds.Snapshot': 'aws_db_snapshot',
      'rds.ClusterSnapshot': 'aws_db_cluster_snapshot',
      'rds.InstanceAutomatedBackupsReplication': 'aws_db_instance_automated_backups_replication',
      'ebs.Volume': 'aws_ebs_volume',
      'ebs.Snapshot': 'aws_ebs_snapshot',
      'efs.FileSystem': 'aws_efs_file_system',
      'efs.BackupPolicy': 'aws_efs_backup_policy',
      'fsx.LustreFileSystem': 'aws_fsx_lustre_file_system',
      'fsx.OntapFileSystem': 'aws_fsx_ontap_file_system',
      'fsx.OpenZfsFileSystem': 'aws_fsx_openzfs_file_system',
      'fsx.WindowsFileSystem': 'aws_fsx_windows_file_system',
      'elasticache.Cluster': 'aws_elasticache_cluster',
      'elasticache.ReplicationGroup': 'aws_elasticache_replication_group',
      'elasticache.ServerlessCache': 'aws_elasticache_serverless_cache',
      'memorydb.Cluster': 'aws_memorydb_cluster',
      'opensearch.Domain': 'aws_opensearch_domain',
      'elasticsearch.Domain': 'aws_elasticsearch_domain',
      'keyspaces.Table': 'aws_keyspaces_table',
      'timestreamwrite.Table': 'aws_timestreamwrite_table',
      'redshiftserverless.Namespace': 'aws_redshiftserverless_namespace',
      'dsql.Cluster': 'aws_dsql_cluster',
      'lightsail.Database': 'aws_lightsail_database',
      'lightsail.Bucket': 'aws_lightsail_bucket',
      'cognito.UserPool': 'aws_cognito_user_pool',
      'cloudtrail.Trail': 'aws_cloudtrail',
      'cloudtrail.EventDataStore': 'aws_cloudtrail_event_data_store',
      'dlm.LifecyclePolicy': 'aws_dlm_lifecycle_policy',
    },
    'deletion_protection deletion_protection_enabled skip_final_snapshot final_snapshot_identifier snapshot_retention_limit final_snapshot_name retention_in_days tags',
  ),
  ...bridgedTable(bridge, {
    'iam.Role': 'aws_iam_role',
    'iam.RolePolicy': 'aws_iam_role_policy',
    'iam.RolePolicyAttachment': 'aws_iam_role_policy_attachment',
    'iam.User': 'aws_iam_user',
    'iam.UserPolicy': 'aws_iam_user_policy',
    'iam.UserPolicyAttachment': 'aws_iam_user_policy_attachment',
    'iam.Policy': 'aws_iam_policy',
    'iam.PolicyAttachment': 'aws_iam_policy_attachment',
    'iam.AccessKey': 'aws_iam_access_key',
  }),
];
