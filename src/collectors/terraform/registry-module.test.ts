import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge, withResources } from '../../engine/knowledge.ts';
import { packs } from '../../registry.generated.ts';

const knowledge = await withResources(createKnowledge(packs, new Uint8Array(32)), packs);

/** What a call of a module makes, with what is said of each setting that is asked for. */
function made(source: string, inputs: string, paths: readonly string[]) {
  const text = `provider "x" {}\nmodule "m" {\n  source = "${source}"\n${inputs}\n}\n`;
  const { resources } = terraformTree({ 'main.tf': text }, knowledge);
  return Object.fromEntries(
    resources.map((one) => [one.name, paths.map((path) => settingOf(one, path))]),
  );
}

describe('modules of a registry', () => {
  const protection = ['deletion_protection', 'skip_final_snapshot', 'backup_retention_period'];

  it.each([
    ['cloudposse/rds/aws', 'aws_db_instance', [false, true, 0]],
    ['cloudposse/rds-cluster/aws', 'aws_rds_cluster', [false, true, 5]],
    ['cloudposse/documentdb-cluster/aws', 'aws_docdb_cluster', [false, true, 5]],
  ])('of cloudposse have defaults of their own: %s', (source, type, expected) => {
    expect(made(source, '', protection)).toEqual({ [`module.m.${type}.default`]: expected });
    expect(made(source, 'enabled = false', protection)).toEqual({});
  });

  it('make several things that refer to one another', () => {
    const paths = ['force_destroy', 'versioning_configuration.status'];
    expect(made('cloudposse/s3-bucket/aws', 'versioning_enabled = false', paths)).toEqual({
      'module.m.aws_s3_bucket.default': [false, 'absent'],
      'module.m.aws_s3_bucket_versioning.default': ['absent', 'Suspended'],
    });
    expect(made('terraform-aws-modules/efs/aws', '', ['backup_policy.status'])).toEqual({
      'module.m.aws_efs_file_system.this': ['absent'],
      'module.m.aws_efs_backup_policy.this': ['ENABLED'],
    });
  });

  it('make what their switches ask for', () => {
    const caches = (inputs: string) =>
      Object.keys(made('terraform-aws-modules/elasticache/aws', inputs, []));
    expect(caches('')).toEqual(['module.m.aws_elasticache_replication_group.this']);
    expect(caches('create_cluster = true\ncreate_replication_group = false')).toEqual([
      'module.m.aws_elasticache_cluster.this',
    ]);
  });

  it('lock what they make where they are asked to', () => {
    const source = 'Azure/avm-res-dbforpostgresql-flexibleserver/azurerm';
    const paths = ['backup_retention_days', 'lock_level'];
    expect(made(source, 'backup_retention_days = 14', paths)).toEqual({
      'module.m.azurerm_postgresql_flexible_server.this': [14, 'absent'],
    });
    expect(made(source, 'lock = { kind = "CanNotDelete" }', paths)).toEqual({
      'module.m.azurerm_postgresql_flexible_server.this': ['absent', 'absent'],
      'module.m.azurerm_management_lock.this': ['absent', 'CanNotDelete'],
    });
  });

  it('have blocks in blocks', () => {
    const path = 'settings.backup_configuration.enabled';
    const source = 'terraform-google-modules/sql-db/google//modules/postgresql';
    const inputs = 'backup_configuration = { enabled = true }';
    expect(Object.values(made(source, inputs, [path]))).toEqual([[true]]);
    expect(Object.values(made(source, '', [path]))).toEqual([[false]]);
  });

  it('are of the environment that their inputs name', () => {
    const call = 'module "db" {\n  source = "cloudposse/rds/aws"\n  stage = "prod"\n}\n';
    const { facts } = terraformTree(
      { 'main.tf': `provider "aws" {}\n${call}` },
      knowledge,
      (type) => knowledge.resource(type)?.spec,
    );
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
  });
});
