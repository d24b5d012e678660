import { describe, expect, it } from 'vitest';
import { resourcesIn } from '../../../test/resource.ts';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import { finalSnapshot } from './resources/spec.ts';
import { resources } from './resources.ts';

function declare(type: string, body = ''): string {
  return `resource "${type}" "main" {\n${body}\n}\n`;
}

function storeOf(text: string) {
  return only(factsOf(text, resources), 'DataStore')[0];
}

describe('deletion protection', () => {
  it.each([
    ['aws_db_instance', '', 'default false'],
    ['aws_db_instance', 'deletion_protection = true', 'set true'],
    ['aws_db_instance', 'deletion_protection = "true"', 'set true'],
    ['aws_db_instance', 'deletion_protection = false', 'set false'],
    ['aws_db_instance', 'deletion_protection = var.protect', 'unknown'],
    ['AWS::RDS::DBInstance', '', 'default false'],
    ['aws_rds_cluster', '', 'default false'],
    ['aws_rds_cluster', 'deletion_protection = true', 'set true'],
    ['aws_docdb_cluster', '', 'default false'],
    ['aws_neptune_cluster', 'deletion_protection = true', 'set true'],
    ['aws_dynamodb_table', '', 'default false'],
    ['aws_dynamodb_table', 'deletion_protection_enabled = true', 'set true'],
    ['aws_dynamodb_table', 'deletion_protection_enabled = var.x', 'unknown'],
    ['aws_cognito_user_pool', '', 'default false'],
    ['aws_cognito_user_pool', 'deletion_protection = "ACTIVE"', 'set true'],
    ['aws_cognito_user_pool', 'deletion_protection = "INACTIVE"', 'set false'],
    ['aws_dsql_cluster', '', 'default false'],
    ['aws_redshift_cluster', '', 'unknown'],
    ['aws_redshiftserverless_namespace', '', 'unknown'],
    ['aws_memorydb_cluster', '', 'unknown'],
    ['aws_opensearch_domain', '', 'unknown'],
    ['aws_opensearchserverless_collection', '', 'unknown'],
    ['AWS::OpenSearchServerless::Collection', 'deletion_protection = "ENABLED"', 'set true'],
    ['aws_lightsail_database', '', 'unknown'],
    ['aws_keyspaces_table', '', 'unknown'],
    ['aws_timestreamwrite_table', '', 'unknown'],
    ['aws_ebs_volume', '', 'unknown'],
    ['aws_efs_file_system', '', 'unknown'],
    ['aws_fsx_windows_file_system', '', 'unknown'],
    ['aws_elasticache_cluster', '', 'unknown'],
    // S3 refuses to delete a bucket that holds anything.
    ['aws_s3_bucket', '', 'default true'],
    ['aws_s3_bucket', 'force_destroy = false', 'set true'],
    ['aws_s3_bucket', 'force_destroy = true', 'set false'],
    ['aws_s3_bucket', 'force_destroy = var.force', 'unknown'],
    ['AWS::S3::Bucket', '', 'default true'],
  ])('of %s with %j is %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.deletionProtection)).toBe(expected);
  });

  it('points at the setting where one is written', () => {
    const text = declare('aws_s3_bucket', 'force_destroy = true');
    const at = storeOf(text)?.deletionProtection.at;
    expect(text.slice(at?.start, at?.end)).toBe('true');
  });
});

describe('the last copy', () => {
  it.each([
    ['aws_db_instance', '', 'default true'],
    ['aws_db_instance', 'skip_final_snapshot = true', 'set false'],
    ['aws_db_instance', 'skip_final_snapshot = var.skip', 'unknown'],
    ['aws_rds_cluster', 'skip_final_snapshot = true', 'set false'],
    ['aws_docdb_cluster', '', 'default true'],
    ['aws_redshift_cluster', 'skip_final_snapshot = true', 'set false'],
    ['AWS::RDS::DBInstance', '', 'default true'],
    ['AWS::RDS::DBInstance', 'deletion_policy = "Delete"', 'set false'],
    ['AWS::RDS::DBInstance', 'deletion_policy = "Snapshot"', 'set true'],
    ['AWS::RDS::DBInstance', 'deletion_policy = var.policy', 'unknown'],
    ['AWS::RDS::DBCluster', 'skip_final_snapshot = true', 'set false'],
    ['AWS::DocDB::DBCluster', '', 'default false'],
    ['AWS::EC2::Volume', 'deletion_policy = "Snapshot"', 'set true'],
    ['aws_lightsail_database', 'skip_final_snapshot = true', 'set false'],
    ['aws_fsx_lustre_file_system', '', 'default false'],
    ['aws_fsx_windows_file_system', '', 'default true'],
    ['aws_fsx_windows_file_system', 'skip_final_backup = true', 'set false'],
    ['aws_ebs_volume', '', 'default false'],
    ['aws_ebs_volume', 'final_snapshot = true', 'set true'],
    ['aws_dynamodb_table', '', '-'],
    ['aws_s3_bucket', '', '-'],
  ])('of %s with %j is %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.finalCopy)).toBe(expected);
  });
});

it('takes what a template leaves unsaid for a default', () => {
  const [resource] = resourcesIn(declare('AWS::EC2::Volume', 'skip_final_snapshot = true'));
  if (resource === undefined) throw new Error('no resource');
  const entries = resource.settings.entries.map((entry) => ({
    ...entry,
    value: { ...entry.value, at: resource.at },
  }));
  const silent = { ...resource, settings: { ...resource.settings, entries } };
  expect(said(finalSnapshot(resource, 'delete'))).toBe('set false');
  expect(said(finalSnapshot(silent, 'delete'))).toBe('default false');
});

describe('backups of the vendor', () => {
  it.each([
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
    ['aws_db_instance', '', 'default false', []],
    ['aws_db_instance', 'backup_retention_period = 0', 'set false', []],
    [
      'aws_db_instance',
      'backup_retention_period = 7',
      'set true',
      ['set 7, survives default false'],
    ],
    [
      'aws_db_instance',
      'backup_retention_period = 7\ndelete_automated_backups = false',
      'set true',
      ['set 7, survives set true'],
    ],
    [
      'aws_db_instance',
      'backup_retention_period = var.days',
      'unknown',
      ['unknown, survives default false'],
    ],
    // What it starts from decides where nothing is written.
    [
      'aws_db_instance',
      'snapshot_identifier = "old"',
      'unknown',
      ['unknown, survives default false'],
    ],
    ['AWS::RDS::DBInstance', '', 'default true', ['default 1, survives default false']],
    ['aws_rds_cluster', '', 'default true', ['default 1, survives default false']],
    ['aws_docdb_cluster', '', 'default true', ['default 1, survives default false']],
    [
      'aws_neptune_cluster',
      'backup_retention_period = 5',
      'set true',
      ['set 5, survives default false'],
    ],
    ['aws_redshift_cluster', '', 'default true', ['default 1, survives default false']],
    ['aws_redshift_cluster', 'automated_snapshot_retention_period = 0', 'set false', []],
    ['aws_memorydb_cluster', '', 'default false', []],
    ['aws_dynamodb_table', '', 'default false', []],
    [
      'aws_dynamodb_table',
      'point_in_time_recovery {\n enabled = true\n}',
      'set true',
      ['default 35, survives default true'],
    ],
    ['aws_dynamodb_table', 'point_in_time_recovery {\n enabled = var.p\n}', 'unknown', []],
    ['aws_keyspaces_table', '', 'default false', []],
    [
      'aws_keyspaces_table',
      'point_in_time_recovery {\n status = "ENABLED"\n}',
      'set true',
      ['default 35, survives unknown'],
    ],
    ['aws_efs_file_system', '', 'default false', []],
    // Only file systems of one zone are copied unless told otherwise.
    ['aws_efs_file_system', 'availability_zone_name = "eu-west-1a"', 'unknown', []],
    [
      'AWS::EFS::FileSystem',
      'backup_policy {\n status = "ENABLED"\n}',
      'set true',
      ['default 35, survives default true'],
    ],
    ['aws_fsx_lustre_file_system', '', 'default false', []],
    ['aws_fsx_windows_file_system', '', 'default true', ['default 7, survives unknown']],
    ['aws_fsx_ontap_file_system', '', 'unknown', []],
    ['aws_ebs_volume', '', '-', []],
    ['aws_opensearch_domain', '', '-', []],
    ['aws_s3_bucket', '', '-', []],
  ])('of %s with %j are %s', (type, body, own, copies) => {
    const facts = factsOf(declare(type, body), resources);
    expect(said(only(facts, 'DataStore')[0]?.ownBackups)).toBe(own);
    expect(
      only(facts, 'Backup').map(
        ({ retentionDays, survivesSourceDeletion }) =>
          `${said(retentionDays)}, survives ${said(survivesSourceDeletion)}`,
      ),
    ).toEqual(copies);
  });

  it('follow the policy of a file system', () => {
    const text = `${declare('aws_efs_file_system')}
      resource "aws_efs_backup_policy" "main" {
        file_system_id = aws_efs_file_system.main.id
        backup_policy {
          status = "ENABLED"
        }
      }`;
    expect(said(storeOf(text)?.ownBackups)).toBe('set true');
    expect(said(storeOf(text.replace('ENABLED', 'DISABLED'))?.ownBackups)).toBe('set false');
  });

  it.each([
    ['aws_docdb_cluster', '', true],
    ['aws_docdb_cluster', 'backup_retention_period = 1', false],
  ])('of %s with %j were asked for by nobody: %s', (type, body, implied) => {
    const [copy] = only(factsOf(declare(type, body), resources), 'Backup');
    expect(copy?.implied).toBe(implied);
  });

  it('are in the account and the region and in no stack', () => {
    const facts = factsOf(declare('aws_db_instance', 'backup_retention_period = 7'), resources);
    expect(edges(facts, 'placed-in').filter((edge) => edge.includes('automated'))).toEqual([
      'aws_db_instance.main/automated > aws',
      'aws_db_instance.main/automated > aws:region/eu-west-1',
    ]);
  });
});

describe('what nobody would miss', () => {
  it.each([
    ['aws_db_instance', '', 'unknown'],
    ['aws_db_instance', 'replicate_source_db = aws_db_instance.other.arn', 'set true'],
    ['aws_db_instance', 'replicate_source_db = null', 'unknown'],
    ['aws_db_instance', 'replicate_source_db = ""', 'unknown'],
    ['aws_rds_cluster', 'replication_source_identifier = "arn:x"', 'set true'],
    ['aws_elasticache_replication_group', '', 'default true'],
    ['aws_elasticache_replication_group', 'snapshot_retention_limit = 7', 'unknown'],
    ['aws_fsx_lustre_file_system', '', 'default true'],
    ['aws_fsx_lustre_file_system', 'deployment_type = "PERSISTENT_2"', 'set false'],
    ['aws_dynamodb_table', 'hash_key = "LockID"', 'set true'],
    ['aws_dynamodb_table', 'name = "sessions"', 'unknown'],
    ['aws_dynamodb_table', 'name = "sessions"\nttl {\n enabled = true\n}', 'set true'],
    ['aws_s3_bucket', 'bucket = "ferries-access-logs"', 'set true'],
    ['aws_s3_bucket', 'bucket = "ferries-cloudtrail-logs"', 'unknown'],
    ['aws_s3_bucket', 'bucket = "ferries-uploads"', 'unknown'],
    ['aws_s3_bucket', 'bucket = "ferries-log-backups"', 'unknown'],
  ])('of %s with %j is %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.disposable)).toBe(expected);
  });

  it('of a cache that refuses to drop anything is that nothing makes it again', () => {
    const group = (policy: string) =>
      declare(
        'aws_elasticache_parameter_group',
        `parameter {\n name = "maxmemory-policy"\n value = "${policy}"\n}`,
      );
    const cache = declare(
      'aws_elasticache_replication_group',
      'parameter_group_name = aws_elasticache_parameter_group.main.name',
    );
    expect(said(storeOf(cache + group('noeviction'))?.disposable)).toBe('set false');
    expect(said(storeOf(cache + group('allkeys-lru'))?.disposable)).toBe('default true');
  });

  it('is no store at all where a resource only belongs to one', () => {
    expect(storeOf(declare('AWS::RDS::DBInstance', 'cluster_identifier = "main"'))).toBeUndefined();
    expect(
      storeOf(declare('aws_elasticache_cluster', 'replication_group_id = "main"')),
    ).toBeUndefined();
  });
});

describe('names that lead to the real thing', () => {
  it('are the name of a bucket wherever it is written', () => {
    expect(storeOf(declare('aws_s3_bucket', 'bucket = "ferries-uploads"'))?.aliases).toEqual([
      'arn:aws:s3:::ferries-uploads',
    ]);
    expect(storeOf(declare('aws_s3_bucket', 'bucket = var.bucket'))?.aliases).toEqual([]);
    expect(storeOf(declare('aws_s3_bucket'))?.aliases).toEqual([]);
  });

  it('need the account for everything else', () => {
    expect(storeOf(declare('aws_db_instance', 'identifier = "ferries"'))?.aliases).toEqual([]);
  });
});

it.each([
  ['aws_db_cluster_snapshot', 'aws_rds_cluster'],
  ['aws_neptune_cluster_snapshot', 'aws_neptune_cluster'],
  ['aws_docdb_cluster_snapshot', 'aws_docdb_cluster'],
])('%s is a copy of its cluster', (type, source) => {
  const facts = factsOf(
    declare(source) + declare(type, `db_cluster_identifier = ${source}.main.id`),
    resources,
  );
  expect(edges(facts, 'backs-up')).toContain(`${type}.main/copy > ${source}.main`);
});
