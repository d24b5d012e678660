import { at, type DataNode } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value, written } from '../../../model/value.ts';
import { derived, isWritten, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { isKept } from '../../../recognize/resource/kept-copies.ts';
import { storeFacts } from '../../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt } from '../../../recognize/resource/settings.ts';
import { automatedBackups, keptByAws } from './copies.ts';
import { awsSpec, finalSnapshot, numberWith, offUnlessWritten, pageOf, textWith } from './spec.ts';

/** DocumentDB, Neptune, Redshift, MemoryDB, OpenSearch, DSQL and the other databases that AWS runs. */
export const clusters: readonly ResourceSpec[] = [
  awsSpec(['aws_docdb_cluster', 'AWS::DocDB::DBCluster'], (resource) =>
    documentLike(resource, 'documentdb'),
  ),
  awsSpec(['aws_neptune_cluster', 'AWS::Neptune::DBCluster'], (resource) =>
    documentLike(resource, 'neptune'),
  ),
  awsSpec(['aws_redshift_cluster', 'AWS::Redshift::Cluster'], redshift),
  awsSpec(
    ['aws_redshiftserverless_namespace', 'AWS::RedshiftServerless::Namespace'],
    serverlessNamespace,
  ),
  awsSpec(['aws_memorydb_cluster', 'AWS::MemoryDB::Cluster'], memory),
  awsSpec(
    ['aws_opensearch_domain', 'AWS::OpenSearchService::Domain', 'aws_elasticsearch_domain'],
    (resource) => unguarded(resource, 'opensearch'),
  ),
  awsSpec(['AWS::Elasticsearch::Domain'], (resource) => unguarded(resource, 'opensearch')),
  awsSpec(
    ['aws_opensearchserverless_collection', 'AWS::OpenSearchServerless::Collection'],
    (resource) => unguarded(resource, 'opensearch-serverless'),
  ),
  awsSpec(['aws_dsql_cluster', 'AWS::DSQL::Cluster'], distributed),
  awsSpec(['aws_cognito_user_pool', 'AWS::Cognito::UserPool'], userPool),
  awsSpec(['aws_lightsail_database', 'AWS::Lightsail::Database'], lightsail),
  awsSpec(['aws_keyspaces_table', 'AWS::Cassandra::Table'], keyspaces, {
    point_in_time_recovery_enabled: 'point_in_time_recovery.status',
  }),
  awsSpec(['aws_timestreamwrite_table', 'AWS::Timestream::Table'], (resource) =>
    unguarded(resource, 'timestream'),
  ),
];

/** Their automated backups always go with the cluster, and nothing can be switched to keep them. */
function documentLike(resource: Resource, product: string): readonly Fact[] {
  const days = numberWith(resource, 'backup_retention_period', 1);
  const isFollower = isWritten(resource, 'replication_source_identifier');
  return [
    ...storeFacts(resource, 'aws', {
      product,
      holds: 'database',
      deletionProtection: offUnlessWritten(resource, 'deletion_protection'),
      finalCopy: finalSnapshot(resource, 'delete'),
      ownBackups: isKept(days),
      ...(isFollower ? { disposable: byDefault(true, resource.at, pageOf(resource)) } : {}),
    }),
    ...(isFollower ? [] : automatedBackups(resource, days, goesWithIt(resource), 'pitr')),
  ];
}

function redshift(resource: Resource): readonly Fact[] {
  const days = numberWith(resource, 'automated_snapshot_retention_period', 1);
  return [
    ...storeFacts(resource, 'aws', {
      product: 'redshift',
      holds: 'database',
      // Redshift has no such switch.
      deletionProtection: notSaid(resource),
      finalCopy: finalSnapshot(resource, 'delete'),
      ownBackups: isKept(days),
    }),
    ...automatedBackups(resource, days, goesWithIt(resource), 'snapshot'),
  ];
}

function serverlessNamespace(resource: Resource): readonly Fact[] {
  return storeFacts(resource, 'aws', {
    product: 'redshift-serverless',
    holds: 'database',
    deletionProtection: notSaid(resource),
  });
}

/** Durable, unlike ElastiCache: its transaction log is kept by AWS, and snapshots are made on request only. */
function memory(resource: Resource): readonly Fact[] {
  const days = numberWith(resource, 'snapshot_retention_limit', 0);
  return [
    ...storeFacts(resource, 'aws', {
      product: 'memorydb',
      holds: 'database',
      deletionProtection: notSaid(resource),
      ownBackups: isKept(days),
    }),
    ...automatedBackups(resource, days, notSaid(resource), 'snapshot'),
  ];
}

/** AWS offers no protection from deletion for them that this provider can set, and nothing that outlives them. */
function unguarded(resource: Resource, product: string): readonly Fact[] {
  return storeFacts(resource, 'aws', {
    product,
    holds: 'database',
    deletionProtection: isWritten(resource, 'deletion_protection')
      ? derived(textWith(resource, 'deletion_protection', null), isEnabled)
      : notSaid(resource),
  });
}

function distributed(resource: Resource): readonly Fact[] {
  return storeFacts(resource, 'aws', {
    product: 'dsql',
    holds: 'database',
    deletionProtection: offUnlessWritten(resource, 'deletion_protection_enabled'),
  });
}

/** Accounts of people, which no service exports or copies. */
function userPool(resource: Resource): readonly Fact[] {
  return storeFacts(resource, 'aws', {
    product: 'cognito-user-pool',
    holds: 'database',
    deletionProtection: derived(textWith(resource, 'deletion_protection', 'INACTIVE'), isEnabled),
  });
}

function lightsail(resource: Resource): readonly Fact[] {
  return storeFacts(resource, 'aws', {
    product: 'lightsail-database',
    holds: 'database',
    deletionProtection: notSaid(resource),
    finalCopy: finalSnapshot(resource, 'delete'),
  });
}

function keyspaces(resource: Resource): readonly Fact[] {
  const recovery = derived(
    textWith(resource, 'point_in_time_recovery.status', 'DISABLED'),
    isEnabled,
  );
  const store = storeFacts(resource, 'aws', {
    product: 'keyspaces-table',
    holds: 'database',
    deletionProtection: notSaid(resource),
    ownBackups: recovery,
  });
  if (known(recovery) !== true) return store;
  return [
    ...store,
    ...keptByAws(resource, {
      id: 'recovery',
      name: `point-in-time recovery of ${resource.name}`,
      at: recovery.at,
      method: 'pitr',
      retentionDays: byDefault(35, recovery.at, pageOf(resource)),
      survivesSourceDeletion: notSaid(resource),
      of: [resource.key],
      because: 'it can be restored to a point in time',
    }),
  ];
}

/** As AWS writes switches that have more than two positions. */
function isEnabled(text: string): boolean {
  return /^(?:enabled|active|true)$/i.test(text);
}

/** Deleting the cluster deletes them. */
function goesWithIt(resource: Resource): Value<boolean> {
  return byDefault(false, resource.at, pageOf(resource));
}

/** Caches: what is in them is made again. */
export const caches: readonly ResourceSpec[] = [
  awsSpec(
    [
      'aws_elasticache_replication_group',
      'AWS::ElastiCache::ReplicationGroup',
      'aws_elasticache_cluster',
      'AWS::ElastiCache::CacheCluster',
      'aws_elasticache_serverless_cache',
      'AWS::ElastiCache::ServerlessCache',
    ],
    cache,
  ),
];

function cache(resource: Resource): readonly Fact[] {
  // A member of a replication group is not a cache of its own.
  if (isWritten(resource, 'replication_group_id') && resource.type === 'aws_elasticache_cluster') {
    return [];
  }
  const days = numberWith(resource, 'snapshot_retention_limit', 0);
  const isMissed = known(days) !== 0;
  const refusal = evictsNothing(resource);
  return storeFacts(resource, 'aws', {
    product: 'elasticache',
    holds: 'cache',
    deletionProtection: notSaid(resource),
    disposable:
      refusal !== undefined
        ? written(false, refusal.at)
        : // Somebody who copies it would miss it.
          isMissed
          ? notSaid(resource)
          : byDefault(true, resource.at, pageOf(resource)),
  });
}

/** The parameter by which a full cache refuses new data instead of dropping old: what is in it is kept on purpose. */
function evictsNothing(resource: Resource): DataNode | undefined {
  const group = resource.stack.target(settingAt(resource, 'parameter_group_name'));
  return blocksOf(group?.settings, 'parameter').find((parameter) => {
    const [name, value] = [at(parameter, 'name'), at(parameter, 'value')];
    return (
      name?.type === 'scalar' &&
      name.text === 'maxmemory-policy' &&
      value?.type === 'scalar' &&
      value.text === 'noeviction'
    );
  });
}
