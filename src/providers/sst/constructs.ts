import type { ConstructLibrary, ConstructSpec } from '../../model/resource.ts';

const source = 'https://github.com/sst/sst/blob/v3.3.0/platform/src/components/aws';
const checkedOn = '2026-11-21';

type Rest = Partial<Pick<ConstructSpec, 'settings' | 'defaults' | 'mayHold' | 'removal'>>;

/** A component by the resource in it that keeps data. `mayHold`: what it writes there is not stated. */
function component(name: string, file: string, type: string, rest: Rest = {}): ConstructSpec {
  return {
    names: [`sst.aws.${name}`],
    type,
    settings: {},
    defaults: {},
    mayHold: [],
    removal: null,
    source: `${source}/${file}.ts`,
    checkedOn,
    ...rest,
  };
}

/** Types that `removal: "retain"` leaves, whoever declares them; all others are deleted with the stage. */
function retained(type: string): ConstructSpec {
  return {
    ...component(type, '', type, { removal: 'retain' }),
    names: [`sst.retained.${type}`],
    source: 'https://github.com/sst/sst/blob/v3.3.0/platform/src/auto/run.ts',
  };
}

const database = ['deletion_protection', 'skip_final_snapshot', 'backup_retention_period'];

/** Components of SST that keep data, with what they write into the resources inside of them. */
export const library: ConstructLibrary = {
  constructs: [
    component('Bucket', 'bucket', 'aws_s3_bucket', {
      settings: { versioning: 'versioning.enabled' },
      defaults: { force_destroy: true },
    }),
    component('Dynamo', 'dynamo', 'aws_dynamodb_table', {
      settings: { deletion_protection: 'deletion_protection_enabled' },
      defaults: { 'point_in_time_recovery.enabled': true },
    }),
    component('Postgres', 'postgres', 'aws_db_instance', {
      defaults: { skip_final_snapshot: true, backup_retention_period: 7 },
    }),
    component('Efs', 'efs', 'aws_efs_file_system'),
    component('Redis', 'redis', 'aws_elasticache_replication_group'),
    component('Mysql', 'mysql', 'aws_db_instance', { mayHold: database }),
    component('Aurora', 'aurora', 'aws_rds_cluster', { mayHold: database }),
    component('OpenSearch', 'open-search', 'aws_opensearch_domain', {
      mayHold: ['deletion_protection'],
    }),
    retained('aws_s3_bucket'),
    retained('aws_dynamodb_table'),
    retained('aws_db_instance'),
  ],
  constants: {},
  removals: [],
};
