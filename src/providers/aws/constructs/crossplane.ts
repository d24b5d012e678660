import type { ConstructSpec } from '../../../model/resource.ts';
import { managedKinds } from '../../../recognize/resource/managed-kinds.ts';
import { checkedOn } from './spec.ts';

/** Kinds of Crossplane's provider for AWS. */
export const crossplane: readonly ConstructSpec[] = managedKinds(
  {
    vendor: 'aws',
    source: 'https://github.com/crossplane-contrib/provider-upjet-aws/tree/main/package/crds',
    checkedOn,
  },
  {
    'rds/Instance': 'aws_db_instance',
    'rds/Cluster': 'aws_rds_cluster',
    'rds/Snapshot': 'aws_db_snapshot',
    'rds/ClusterSnapshot': 'aws_db_cluster_snapshot',
    'rds/DBInstanceAutomatedBackupsReplication': 'aws_db_instance_automated_backups_replication',
    'docdb/Cluster': 'aws_docdb_cluster',
    'neptune/Cluster': 'aws_neptune_cluster',
    'redshift/Cluster': 'aws_redshift_cluster',
    'dynamodb/Table': 'aws_dynamodb_table',
    'elasticache/Cluster': 'aws_elasticache_cluster',
    'elasticache/ReplicationGroup': 'aws_elasticache_replication_group',
    'memorydb/Cluster': 'aws_memorydb_cluster',
    'opensearch/Domain': 'aws_opensearch_domain',
    's3/Bucket': 'aws_s3_bucket',
    's3/BucketVersioning': 'aws_s3_bucket_versioning',
    's3/BucketPolicy': 'aws_s3_bucket_policy',
    's3/BucketObjectLockConfiguration': 'aws_s3_bucket_object_lock_configuration',
    's3/BucketReplicationConfiguration': 'aws_s3_bucket_replication_configuration',
    'ec2/EBSVolume': 'aws_ebs_volume',
    'ec2/EBSSnapshot': 'aws_ebs_snapshot',
    'efs/FileSystem': 'aws_efs_file_system',
    'efs/BackupPolicy': 'aws_efs_backup_policy',
    'backup/Plan': 'aws_backup_plan',
    'backup/Selection': 'aws_backup_selection',
    'backup/Vault': 'aws_backup_vault',
    'backup/VaultLockConfiguration': 'aws_backup_vault_lock_configuration',
    'backup/VaultPolicy': 'aws_backup_vault_policy',
    'cognitoidp/UserPool': 'aws_cognito_user_pool',
  },
);
