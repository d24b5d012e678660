import type { Target } from '../../model/fact.ts';
import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const reference = 'https://cloud.google.com/sdk/gcloud/reference';
/** Products that the commands of a service take; what is declared by its address alone goes by the name of its engine. */
const productsOf: Readonly<Record<string, readonly string[]>> = {
  sql: ['cloud-sql', 'postgres', 'mysql', 'sqlserver'],
  firestore: ['firestore-database'],
  spanner: ['spanner-database'],
  bigtable: ['bigtable-instance'],
  alloydb: ['alloydb-cluster', 'postgres'],
  redis: ['memorystore', 'redis'],
  memcache: ['memorystore'],
  compute: ['compute-disk'],
  filestore: ['filestore'],
  storage: ['gcs-bucket'],
};
const asking = commandsOf(
  'gcloud',
  { source: reference, checkedOn },
  {
    asks: 'unless-flag',
    skipsPrompt: ['--quiet|-q'],
    targets: ['CLOUDSDK_CORE_PROJECT', 'CLOUDSDK_ACTIVE_CONFIG_NAME'],
  },
  productsOf,
);

/** A command of gcloud, with the page that describes it. */
function gcloud(words: string, destroys: Target, rest: Partial<CommandSpec> = {}): CommandSpec {
  const page = words.split(' ').map((word) => word.split('|')[0]);
  return asking(words, destroys, { source: `${reference}/${page.join('/')}`, ...rest });
}

const never = { asks: 'never', skipsPrompt: [] } as const;
const softDeleted =
  'according to vendor documentation in 2026, objects stay restorable for 7 days unless the soft delete policy of the bucket says otherwise';

const databases: readonly CommandSpec[] = [
  gcloud('sql instances delete', 'database', {
    safeVariant: 'gcloud sql instances describe',
    recovery: 'its backups go with it unless it is set to retain them or a final one is taken',
  }),
  gcloud('sql databases delete', 'database', { safeVariant: 'gcloud sql databases describe' }),
  gcloud('sql backups delete', 'backup', { safeVariant: 'gcloud sql backups list' }),
  gcloud('sql backups restore', 'database', { safeVariant: 'gcloud sql backups describe' }),
  gcloud('firestore databases delete', 'database', {
    safeVariant: 'gcloud firestore databases describe',
  }),
  gcloud('firestore backups delete', 'backup', { safeVariant: 'gcloud firestore backups list' }),
  gcloud('spanner instances delete', 'database', {
    safeVariant: 'gcloud spanner instances describe',
    recovery: 'it is refused while the instance holds backups',
  }),
  gcloud('spanner databases delete', 'database', {
    safeVariant: 'gcloud spanner databases describe',
    recovery: 'backups of the database stay with the instance',
  }),
  gcloud('spanner backups delete', 'backup', { safeVariant: 'gcloud spanner backups list' }),
  gcloud('bigtable instances delete', 'database', {
    safeVariant: 'gcloud bigtable instances describe',
  }),
  gcloud('alloydb clusters delete', 'database', {
    safeVariant: 'gcloud alloydb clusters describe',
  }),
  gcloud('alloydb backups delete', 'backup', { safeVariant: 'gcloud alloydb backups list' }),
  gcloud('redis instances|clusters delete', 'cache', {
    safeVariant: 'gcloud redis instances describe',
  }),
  gcloud('memcache instances delete', 'cache', {
    safeVariant: 'gcloud memcache instances describe',
  }),
  gcloud('pubsub topics|subscriptions delete', 'queue', {
    ...never,
    safeVariant: 'gcloud pubsub topics describe',
  }),
];

const disks: readonly CommandSpec[] = [
  gcloud('compute disks delete', 'volume', {
    safeVariant: 'gcloud compute disks describe',
    recovery: 'its snapshots stay',
  }),
  gcloud('compute snapshots delete', 'backup', {
    safeVariant: 'gcloud compute snapshots describe',
  }),
  gcloud('compute instances delete', 'volume', {
    harmlessWith: ['--keep-disks all'],
    safeVariant: 'gcloud compute instances describe',
    recovery: 'disks without auto-delete stay',
  }),
  gcloud('filestore instances delete', 'volume', {
    safeVariant: 'gcloud filestore instances describe',
    recovery: 'backups stay, snapshots inside the instance do not',
  }),
  gcloud('filestore backups delete', 'backup', { safeVariant: 'gcloud filestore backups list' }),
  gcloud('backup-dr backups|backup-vaults|backup-plans delete', 'backup', {
    safeVariant: 'gcloud backup-dr backups list',
  }),
];

/** Clusters, services, secrets and zones hold none of the stores above and are counted as files: no database goes with them. */
const control: readonly CommandSpec[] = [
  gcloud('projects delete', 'project', {
    safeVariant: 'gcloud projects describe',
    recovery:
      'according to vendor documentation in 2026, restorable for 30 days with gcloud projects undelete',
  }),
  gcloud('deployment-manager deployments delete', 'environment', {
    harmlessWith: ['--delete-policy abandon'],
    safeVariant: 'gcloud deployment-manager deployments describe',
  }),
  gcloud('infra-manager deployments delete', 'environment', {
    safeVariant: 'gcloud infra-manager deployments describe',
  }),
  gcloud('kms keys versions destroy', 'files', {
    safeVariant: 'gcloud kms keys versions describe',
    recovery:
      'according to vendor documentation in 2026, restorable while it is scheduled for destruction, 30 days by default',
  }),
  gcloud('container clusters delete', 'files', {
    safeVariant: 'gcloud container clusters describe',
  }),
  gcloud('run services delete', 'files', { safeVariant: 'gcloud run services describe' }),
  gcloud('secrets delete', 'files', { safeVariant: 'gcloud secrets describe' }),
  gcloud('dns managed-zones delete', 'files', {
    safeVariant: 'gcloud dns record-sets list',
    recovery: 'it is refused while the zone holds records of its own',
  }),
];

const buckets = ['gcs-bucket'];
const gsutil = commandsOf(
  'gsutil',
  { source: 'https://cloud.google.com/storage/docs/gsutil', checkedOn },
  {},
  { rm: buckets, rb: buckets, rsync: buckets },
);
const bq = commandsOf(
  'bq',
  { source: 'https://cloud.google.com/bigquery/docs/reference/bq-cli-reference', checkedOn },
  {},
  { rm: ['bigquery-dataset'] },
);

const objects: readonly CommandSpec[] = [
  gcloud('storage rm', 'bucket', {
    ...never,
    onlyWith: ['--recursive|-r|-R|--all-versions|-a'],
    safeVariant: 'gcloud storage ls --recursive',
    recovery: softDeleted,
  }),
  gcloud('storage rsync', 'bucket', {
    ...never,
    onlyWith: ['--delete-unmatched-destination-objects'],
    into: 'gs://',
    harmlessWith: ['--dry-run'],
    safeVariant: 'gcloud storage rsync --dry-run',
    recovery: softDeleted,
  }),
  gcloud('storage buckets delete', 'service', {
    ...never,
    safeVariant: 'gcloud storage buckets describe',
    recovery: 'it is refused while the bucket holds objects',
  }),
  gsutil('rm', 'bucket', {
    onlyWith: ['-r|-R|-a|-m'],
    safeVariant: 'gsutil ls -r',
    recovery: softDeleted,
  }),
  gsutil('rb', 'service', {
    safeVariant: 'gsutil ls',
    recovery: 'it is refused while the bucket holds objects',
  }),
  gsutil('rsync', 'bucket', {
    onlyWith: ['-d'],
    into: 'gs://',
    harmlessWith: ['-n'],
    safeVariant: 'gsutil rsync -n -d',
    recovery: softDeleted,
  }),
  bq('rm', 'database', {
    asks: 'unless-flag',
    skipsPrompt: ['-f|--force'],
    safeVariant: 'bq show',
    recovery:
      'according to vendor documentation in 2026, a table is restorable from time travel for 7 days by default',
  }),
];

/**
 * Destructive commands of gcloud, gsutil and bq. Without a terminal gcloud is said to take the default answer, which is yes for most of these; that is
 * not confirmed for each of them and not relied on.
 */
export const commands: readonly CommandSpec[] = [...databases, ...objects, ...disks, ...control];
