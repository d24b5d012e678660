import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, type Value, written } from '../../../model/value.ts';
import { inverted, isWritten, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { declaredSnapshot, isKept } from '../../../recognize/resource/kept-copies.ts';
import { storeFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { automatedBackups, keptByAws } from './copies.ts';
import { keyFacts } from './keys.ts';
import { arnAliases } from './names.ts';
import {
  awsSpec,
  finalSnapshot,
  isTemplate,
  numberWith,
  offUnlessWritten,
  onUnlessWritten,
} from './spec.ts';

/** Settings by which a database is a copy that follows another one. */
const sources = ['replicate_source_db', 'replication_source_identifier'];
/** Settings by which it starts from a copy, and with that copy's retention where none is written. */
const origins = ['snapshot_identifier', 'restore_to_point_in_time', 's3_import'];

/** RDS instances and Aurora clusters. Members of a cluster hold nothing of their own. */
export const rds: readonly ResourceSpec[] = [
  awsSpec(['aws_db_instance', 'AWS::RDS::DBInstance'], instance, {
    db_instance_identifier: 'identifier',
    db_cluster_identifier: 'cluster_identifier',
    source_db_instance_identifier: 'replicate_source_db',
    source_db_cluster_identifier: 'replicate_source_db',
    db_snapshot_identifier: 'snapshot_identifier',
  }),
  awsSpec(['aws_rds_cluster', 'AWS::RDS::DBCluster'], cluster, {
    db_cluster_identifier: 'cluster_identifier',
  }),
  awsSpec(
    [
      'aws_db_snapshot',
      'aws_db_cluster_snapshot',
      'aws_neptune_cluster_snapshot',
      'aws_docdb_cluster_snapshot',
    ],
    snapshot,
  ),
  awsSpec(['aws_db_instance_automated_backups_replication'], replicatedBackups),
];

function instance(resource: Resource): readonly Fact[] {
  if (isWritten(resource, 'cluster_identifier')) return [];
  return database(resource, {
    product: 'rds-instance',
    // Terraform makes none unless told to; a template that is silent gets one day.
    days: isTemplate(resource) ? 1 : 0,
    aliases: arnAliases(resource, 'rds', 'db:', 'identifier'),
  });
}

function cluster(resource: Resource): readonly Fact[] {
  return database(resource, {
    product: 'rds-cluster',
    days: 1,
    aliases: arnAliases(resource, 'rds', 'cluster:', 'cluster_identifier'),
  });
}

interface Kind {
  readonly product: string;
  /** Days of backups where nothing is written. */
  readonly days: number;
  readonly aliases: ReturnType<typeof arnAliases>;
}

function database(resource: Resource, { product, days, aliases }: Kind): readonly Fact[] {
  const replica = replicaOf(resource);
  const retention = numberWith(
    resource,
    'backup_retention_period',
    isWritten(resource, ...origins) ? null : days,
  );
  const store = storeFacts(resource, 'aws', {
    product,
    holds: 'database',
    aliases,
    deletionProtection: offUnlessWritten(resource, 'deletion_protection'),
    finalCopy: finalSnapshot(resource, 'snapshot'),
    ...(replica === undefined ? { ownBackups: isKept(retention) } : { disposable: replica }),
  });
  if (replica !== undefined) return store;
  const key = keyFacts(resource, resource.key);
  const survives = inverted(onUnlessWritten(resource, 'delete_automated_backups'));
  return [...store, ...key, ...automatedBackups(resource, retention, survives, 'pitr')];
}

/** A replica can be made again from its source. */
function replicaOf(resource: Resource): Value<boolean> | undefined {
  const source = sources
    .map((path) => settingAt(resource, path))
    .find((node) => node !== undefined && !(node.type === 'scalar' && node.text === ''));
  return source === undefined ? undefined : written(true, source.at);
}

/** A snapshot that the code itself declares: what takes the stack away takes it too. */
function snapshot(resource: Resource): readonly Fact[] {
  const source =
    settingAt(resource, 'db_instance_identifier') ?? settingAt(resource, 'db_cluster_identifier');
  const store = resource.stack.target(source);
  return declaredSnapshot(resource, 'aws', store);
}

/** Automated backups that are sent to another region. What becomes of them when the source is deleted is not stated. */
function replicatedBackups(resource: Resource): readonly Fact[] {
  const store = resource.stack.target(settingAt(resource, 'source_db_instance_arn'));
  const days = numberWith(resource, 'retention_period', 7);
  if (known(days) === 0) return [];
  return keptByAws(resource, {
    id: 'replicated',
    name: `replicated backups of ${store?.name ?? resource.name}`,
    at: resource.at,
    method: 'pitr',
    retentionDays: days,
    survivesSourceDeletion: notSaid(resource),
    of: store === undefined ? [] : [store.key],
    because: 'its automated backups are replicated',
  });
}
