import type { ConstructSpec } from '../../../model/resource.ts';
import { constructsOf, plainConstructs } from './spec.ts';

const rds = constructsOf('aws-rds');
const dynamodb = constructsOf('aws-dynamodb');
const docdb = constructsOf('aws-docdb');
const neptune = constructsOf('aws-neptune');
const redshift = constructsOf('aws-redshift');
const search = constructsOf('aws-opensearchservice');
const elastic = constructsOf('aws-elasticsearch');

const mayHold = [
  'deletion_protection',
  'backup_retention_period',
  'delete_automated_backups',
] as const;

const instanceSettings = {
  instance_identifier: 'db_instance_identifier',
  backup_retention: 'backup_retention_period',
  source_database_instance: 'source_db_instance_identifier',
  storage_encryption_key: 'kms_key_id',
  snapshot_identifier: 'db_snapshot_identifier',
};
const clusterSettings = {
  cluster_identifier: 'db_cluster_identifier',
  'backup.retention': 'backup_retention_period',
  backup_retention: 'backup_retention_period',
  storage_encryption_key: 'kms_key_id',
};
const tableSettings = {
  deletion_protection: 'deletion_protection_enabled',
  'partition_key.name': 'key_schema.attribute_name',
  time_to_live_attribute: 'time_to_live_specification.enabled',
};
const tableHold = ['deletion_protection_enabled', 'point_in_time_recovery.enabled'];
/** The name of an attribute is what switches expiry on. */
const tableWords = { 'time_to_live_specification.enabled': { '*': true } };

/** Databases: the constructs that people write, and those that write a template's type as it is. */
export const databases: readonly ConstructSpec[] = [
  rds('DatabaseInstance DatabaseInstanceFromSnapshot', 'AWS::RDS::DBInstance', {
    settings: instanceSettings,
    removal: 'snapshot',
    onWhenRetained: 'deletion_protection',
    mayHold,
  }),
  // A replica leaves nothing behind and can be made again.
  rds('DatabaseInstanceReadReplica', 'AWS::RDS::DBInstance', {
    settings: instanceSettings,
    removal: 'snapshot',
    mayHold,
  }),
  rds(
    'DatabaseCluster DatabaseClusterFromSnapshot ServerlessCluster ServerlessClusterFromSnapshot',
    'AWS::RDS::DBCluster',
    {
      settings: clusterSettings,
      removal: 'snapshot',
      onWhenRetained: 'deletion_protection',
      mayHold,
    },
  ),
  ...plainConstructs('aws-rds', 'RDS', 'DBInstance DBCluster GlobalCluster', mayHold),
  dynamodb('Table', 'AWS::DynamoDB::Table', {
    settings: {
      ...tableSettings,
      point_in_time_recovery: 'point_in_time_recovery_specification.point_in_time_recovery_enabled',
    },
    words: tableWords,
    removal: 'retain',
    mayHold: tableHold,
  }),
  dynamodb('TableV2', 'AWS::DynamoDB::GlobalTable', {
    settings: {
      ...tableSettings,
      point_in_time_recovery: 'point_in_time_recovery.enabled',
      'point_in_time_recovery_specification.point_in_time_recovery_enabled':
        'point_in_time_recovery.enabled',
    },
    words: tableWords,
    removal: 'retain',
    mayHold: tableHold,
  }),
  ...plainConstructs('aws-dynamodb', 'DynamoDB', 'Table GlobalTable', tableHold),
  docdb('DatabaseCluster', 'AWS::DocDB::DBCluster', {
    settings: { ...clusterSettings, db_cluster_name: 'db_cluster_identifier' },
    removal: 'retain',
    mayHold,
  }),
  ...plainConstructs('aws-docdb', 'DocDB', 'DBCluster DBInstance', mayHold),
  neptune('DatabaseCluster', 'AWS::Neptune::DBCluster', {
    settings: { ...clusterSettings, db_cluster_name: 'db_cluster_identifier' },
    removal: 'retain',
    mayHold,
  }),
  ...plainConstructs('aws-neptune', 'Neptune', 'DBCluster DBInstance', mayHold),
  redshift('Cluster', 'AWS::Redshift::Cluster', {
    settings: { cluster_name: 'cluster_identifier' },
    removal: 'retain',
    mayHold: ['automated_snapshot_retention_period'],
  }),
  ...plainConstructs('aws-redshift', 'Redshift', 'Cluster', [
    'automated_snapshot_retention_period',
  ]),
  ...plainConstructs('aws-redshiftserverless', 'RedshiftServerless', 'Namespace'),
  search('Domain', 'AWS::OpenSearchService::Domain', { removal: 'retain' }),
  ...plainConstructs('aws-opensearchservice', 'OpenSearchService', 'Domain'),
  elastic('Domain', 'AWS::Elasticsearch::Domain', { removal: 'retain' }),
  ...plainConstructs('aws-elasticsearch', 'Elasticsearch', 'Domain'),
  ...plainConstructs(
    'aws-elasticache',
    'ElastiCache',
    'CacheCluster ReplicationGroup ServerlessCache',
    ['snapshot_retention_limit'],
  ),
  ...plainConstructs('aws-memorydb', 'MemoryDB', 'Cluster', ['snapshot_retention_limit']),
  ...plainConstructs('aws-dsql', 'DSQL', 'Cluster', ['deletion_protection_enabled']),
  ...plainConstructs('aws-opensearchserverless', 'OpenSearchServerless', 'Collection'),
  ...plainConstructs('aws-timestream', 'Timestream', 'Table'),
  ...plainConstructs('aws-cassandra', 'Cassandra', 'Table', ['point_in_time_recovery_enabled']),
  constructsOf('aws-cognito')('UserPool', 'AWS::Cognito::UserPool', {
    removal: 'retain',
    words: { deletion_protection: { true: 'ACTIVE', false: 'INACTIVE' } },
    mayHold: ['deletion_protection'],
  }),
  ...plainConstructs('aws-cognito', 'Cognito', 'UserPool', ['deletion_protection']),
];
