import { entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value } from '../../../model/value.ts';
import { derived, literal, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { protectionOf, toolGuard } from '../../../recognize/resource/vendor.ts';
import { daysIn, google, heldByTool, policyGuard, projectOf, toolSwitch } from './spec.ts';

const emptyFirst = 'https://cloud.google.com/bigquery/docs/managing-datasets#delete-datasets';
const expiring = 'https://cloud.google.com/firestore/docs/backups';

/** BigQuery, Spanner, Bigtable, AlloyDB and Firestore. */
export const databases: readonly ResourceSpec[] = [
  google.spec(['google_bigquery_dataset'], dataset),
  google.spec(['google_spanner_database'], spanner),
  google.spec(['google_spanner_backup_schedule'], spannerBackups),
  google.spec(['google_bigtable_instance'], bigtable),
  google.spec(['google_alloydb_cluster'], alloy),
  google.spec(['google_alloydb_backup'], (resource) =>
    google.declared(resource, resource.stack.target(settingAt(resource, 'cluster_name'))),
  ),
  google.spec(['google_firestore_database'], firestore),
  google.spec(['google_firestore_backup_schedule'], firestoreBackups),
  google.spec(['google_firebase_database_instance'], (resource) =>
    google.store(resource, {
      product: 'firebase-realtime-database',
      holds: 'database',
      deletionProtection: notSaid(resource),
    }),
  ),
];

/**
 * Google refuses to delete a dataset with tables unless it is told to, which is no switch of the dataset; a table that Terraform protects holds the
 * whole plan back.
 */
function dataset(resource: Resource): readonly Fact[] {
  const forced = google.off(resource, 'delete_contents_on_destroy');
  const tables = namedBy(resource, ['google_bigquery_table'], 'dataset_id');
  const protectedTable = tables.find((table) => known(toolSwitch(table, true)) === true);
  return [
    ...google.store(resource, {
      product: 'bigquery-dataset',
      holds: 'database',
      aliases: datasetName(resource),
      deletionProtection:
        known(forced) === false
          ? byDefault(true, forced.at, emptyFirst)
          : derived(forced, (isForced) => !isForced),
    }),
    ...(protectedTable === undefined
      ? []
      : toolGuard(resource, toolSwitch(protectedTable, true), 'deletion_protection')),
    ...policyGuard(resource, 'DELETE'),
  ];
}

function datasetName(resource: Resource) {
  const project = projectOf(resource);
  const name = literal(resource, 'dataset_id');
  return project === undefined || name === undefined
    ? []
    : [entityKey(`google-cloud:bigquery/${project}.${name}`)];
}

function spanner(resource: Resource): readonly Fact[] {
  return [
    ...google.store(resource, {
      product: 'spanner-database',
      holds: 'database',
      deletionProtection: protectionOf(
        google.off(resource, 'enable_drop_protection'),
        toolSwitch(resource, true),
      ),
    }),
    ...heldByTool(resource, true),
  ];
}

/** They belong to the instance and stay when one of its databases goes. */
function spannerBackups(resource: Resource): readonly Fact[] {
  return backupsBySchedule(resource, 'retention_duration', google.always(resource, true));
}

/** A protected table protects the instance that contains it; Google says so, and every client is bound. */
function bigtable(resource: Resource): readonly Fact[] {
  const tables = namedBy(resource, ['google_bigtable_table'], 'instance_name').map((table) =>
    derived(google.text(table, 'deletion_protection', 'UNPROTECTED'), isProtected),
  );
  const table = tables.find((value) => known(value) === true) ?? tables[0];
  return [
    ...google.store(resource, {
      product: 'bigtable-instance',
      holds: 'database',
      deletionProtection: protectionOf(table ?? notSaid(resource), toolSwitch(resource, true)),
    }),
    ...heldByTool(resource, true),
  ];
}

function isProtected(text: string): boolean {
  return text === 'PROTECTED';
}

/** It copies itself all the time; what becomes of those copies when the cluster is deleted is not stated. */
function alloy(resource: Resource): readonly Fact[] {
  const enabled = google.on(resource, 'continuous_backup_config.enabled');
  const type = google.text(resource, 'cluster_type', 'PRIMARY');
  const isFollower = known(type) === 'SECONDARY';
  // The switch came, switched on, with version 7 of the provider.
  const held = toolSwitch(resource, resource.stack.mayUse?.('google', '7.0.0') ?? true);
  const store = google.store(resource, {
    product: 'alloydb-cluster',
    holds: 'database',
    deletionProtection: protectionOf(notSaid(resource), held),
    ...(isFollower ? { disposable: derived(type, () => true) } : { ownBackups: enabled }),
  });
  return [
    ...store,
    ...toolGuard(resource, held, 'deletion_protection'),
    ...(isFollower || known(enabled) === false
      ? []
      : google.automated(resource, {
          days: google.number(resource, 'continuous_backup_config.recovery_window_days', 14),
          survives: notSaid(resource),
          method: 'pitr',
        })),
  ];
}

/** Terraform forgets a database instead of deleting it, unless told otherwise. */
function firestore(resource: Resource): readonly Fact[] {
  const recovery = derived(
    google.text(resource, 'point_in_time_recovery_enablement', 'POINT_IN_TIME_RECOVERY_DISABLED'),
    (text) => text === 'POINT_IN_TIME_RECOVERY_ENABLED',
  );
  return [
    ...google.store(resource, {
      product: 'firestore-database',
      holds: 'database',
      deletionProtection: derived(
        google.text(resource, 'delete_protection_state', 'DELETE_PROTECTION_DISABLED'),
        (text) => text === 'DELETE_PROTECTION_ENABLED',
      ),
      ownBackups: recovery,
    }),
    ...policyGuard(resource, 'ABANDON'),
    ...(known(recovery) === true
      ? google.kept(resource, {
          id: 'recovery',
          name: `point-in-time recovery of ${resource.name}`,
          at: recovery.at,
          method: 'pitr',
          retentionDays: byDefault(7, recovery.at, expiring),
          survivesSourceDeletion: notSaid(resource),
          of: [resource.key],
          because: 'it can be restored to a point in time',
        })
      : []),
  ];
}

/** Its schedule goes with a database, the backups that it made stay until they expire. */
function firestoreBackups(resource: Resource): readonly Fact[] {
  return backupsBySchedule(resource, 'retention', byDefault(true, resource.at, expiring));
}

/** The copies that a schedule of its own makes of a database. */
function backupsBySchedule(
  resource: Resource,
  retention: string,
  survivesSourceDeletion: Value<boolean>,
): readonly Fact[] {
  const source = resource.stack.target(settingAt(resource, 'database'));
  return google.kept(resource, {
    id: 'backups',
    name: `backups by ${resource.name}`,
    at: resource.at,
    method: 'snapshot',
    retentionDays: daysIn(google.text(resource, retention, null)),
    survivesSourceDeletion,
    of: source === undefined ? [] : [source.key],
    because: `${resource.name} copies it`,
  });
}
