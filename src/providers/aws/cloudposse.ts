import type { ModuleResource, ModuleSpec } from '../../model/resource.ts';

const repository = 'https://github.com/cloudposse/terraform-aws';

/** Its modules name what they make after a label, of which the environment is a part. The label itself is computed. */
const stage = { 'tags.Stage': { input: 'stage|environment' } };

/** One resource, called `default` as all of theirs are, unless the module is switched off. */
function made(type: string, settings: ModuleResource['settings']): ModuleResource {
  return { type, name: 'default', unless: { enabled: true }, settings: { ...settings, ...stage } };
}

/** A cluster of databases, which both of their modules for one call alike. */
const cluster: ModuleResource['settings'] = {
  cluster_identifier: { input: 'cluster_identifier' },
  engine: { input: 'engine' },
  engine_version: { input: 'engine_version' },
  database_name: { input: 'db_name' },
  kms_key_id: { input: 'kms_key_arn|kms_key_id' },
  replication_source_identifier: { input: 'replication_source_identifier' },
  snapshot_identifier: { input: 'snapshot_identifier' },
  deletion_protection: { input: 'deletion_protection', otherwise: false },
  backup_retention_period: { input: 'retention_period', otherwise: 5 },
  skip_final_snapshot: { input: 'skip_final_snapshot', otherwise: true },
};

/** Modules of cloudposse that make what holds data. What changed from version to version is taken for what protects more. */
export const cloudposse: readonly ModuleSpec[] = [
  {
    modules: ['cloudposse/rds/aws'],
    makes: [
      made('aws_db_instance', {
        engine: { input: 'engine' },
        engine_version: { input: 'engine_version' },
        db_name: { input: 'database_name' },
        multi_az: { input: 'multi_az' },
        kms_key_id: { input: 'kms_key_arn' },
        replicate_source_db: { input: 'replicate_source_db' },
        snapshot_identifier: { input: 'snapshot_identifier' },
        publicly_accessible: { input: 'publicly_accessible', otherwise: false },
        deletion_protection: { input: 'deletion_protection', otherwise: false },
        backup_retention_period: { input: 'backup_retention_period', otherwise: 0 },
        skip_final_snapshot: { input: 'skip_final_snapshot', otherwise: true },
      }),
    ],
    source: `${repository}-rds/blob/main/variables.tf`,
    checkedOn: '2026-11-21',
  },
  {
    modules: ['cloudposse/rds-cluster/aws'],
    makes: [made('aws_rds_cluster', cluster)],
    source: `${repository}-rds-cluster/blob/main/variables.tf`,
    checkedOn: '2026-11-21',
  },
  {
    modules: ['cloudposse/documentdb-cluster/aws'],
    makes: [made('aws_docdb_cluster', cluster)],
    source: `${repository}-documentdb-cluster/blob/main/variables.tf`,
    checkedOn: '2026-11-21',
  },
  {
    modules: ['cloudposse/s3-bucket/aws'],
    makes: [
      made('aws_s3_bucket', {
        bucket: { input: 'bucket_name' },
        force_destroy: { input: 'force_destroy', otherwise: false },
      }),
      made('aws_s3_bucket_versioning', {
        bucket: { refersTo: 'aws_s3_bucket.default' },
        'versioning_configuration.status': {
          input: 'versioning_enabled',
          // Off in old versions of the module.
          otherwise: 'Enabled',
          words: { true: 'Enabled', false: 'Suspended' },
        },
      }),
    ],
    source: `${repository}-s3-bucket/blob/main/variables.tf`,
    checkedOn: '2026-11-21',
  },
  {
    modules: ['cloudposse/dynamodb/aws'],
    makes: [
      made('aws_dynamodb_table', {
        name: { input: 'table_name' },
        deletion_protection_enabled: { input: 'deletion_protection_enabled', otherwise: false },
        // Old versions of the module have no such input.
        'point_in_time_recovery.enabled': {
          input: 'enable_point_in_time_recovery',
          otherwise: true,
        },
      }),
    ],
    source: `${repository}-dynamodb/blob/main/variables.tf`,
    checkedOn: '2026-11-21',
  },
];
