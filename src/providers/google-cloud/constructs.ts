import type { ConstructLibrary } from '../../model/resource.ts';
import { bridgedConstructs, bridgedTable } from '../../recognize/resource/bridged-constructs.ts';
import { managedKinds } from '../../recognize/resource/managed-kinds.ts';

const bridge = {
  library: '@pulumi/gcp',
  source: 'https://www.pulumi.com/registry/packages/gcp/api-docs/',
  checkedOn: '2026-11-21',
} as const;
const one = bridgedConstructs(bridge);

/** Kinds of Crossplane's provider for Google Cloud. */
const crossplane = managedKinds(
  {
    vendor: 'gcp',
    source: 'https://github.com/crossplane-contrib/provider-upjet-gcp/tree/main/package/crds',
    checkedOn: '2026-11-21',
  },
  {
    'sql/DatabaseInstance': 'google_sql_database_instance',
    'storage/Bucket': 'google_storage_bucket',
    'bigquery/Dataset': 'google_bigquery_dataset',
    'bigquery/Table': 'google_bigquery_table',
    'bigtable/Instance': 'google_bigtable_instance',
    'bigtable/Table': 'google_bigtable_table',
    'spanner/Database': 'google_spanner_database',
    'alloydb/Cluster': 'google_alloydb_cluster',
    'compute/Disk': 'google_compute_disk',
    'compute/Snapshot': 'google_compute_snapshot',
    'filestore/Instance': 'google_filestore_instance',
    'redis/Instance': 'google_redis_instance',
  },
);

/** Classes of Pulumi's library for Google Cloud. Settings are Terraform's in `camelCase`, with Terraform's defaults. */
export const library: ConstructLibrary = {
  constructs: [
    one('sql.DatabaseInstance', 'google_sql_database_instance', {
      mayHold: 'deletion_protection settings master_instance_name',
    }),
    one('storage.Bucket', 'google_storage_bucket', {
      mayHold: 'force_destroy versioning soft_delete_policy retention_policy name labels',
      settings: { lifecycle_rules: 'lifecycle_rule' },
    }),
    one('alloydb.Cluster', 'google_alloydb_cluster', {
      mayHold:
        'deletion_protection deletion_policy automated_backup_policy continuous_backup_config secondary_config cluster_type',
    }),
    one('bigquery.Dataset', 'google_bigquery_dataset', {
      mayHold: 'delete_contents_on_destroy max_time_travel_hours default_table_expiration_ms',
    }),
    ...bridgedTable(
      bridge,
      {
        'bigquery.Table': 'google_bigquery_table',
        'bigtable.Instance': 'google_bigtable_instance',
        'bigtable.Table': 'google_bigtable_table',
        'spanner.Database': 'google_spanner_database',
        'firestore.Database': 'google_firestore_database',
        'firestore.BackupSchedule': 'google_firestore_backup_schedule',
        'filestore.Instance': 'google_filestore_instance',
        'filestore.Backup': 'google_filestore_backup',
        'alloydb.Backup': 'google_alloydb_backup',
        'compute.Disk': 'google_compute_disk',
        'compute.RegionDisk': 'google_compute_region_disk',
        'compute.Snapshot': 'google_compute_snapshot',
        'compute.DiskResourcePolicyAttachment': 'google_compute_disk_resource_policy_attachment',
        'redis.Instance': 'google_redis_instance',
        'redis.Cluster': 'google_redis_cluster',
        'memcache.Instance': 'google_memcache_instance',
      },
      'deletion_protection deletion_protection_enabled delete_protection_state deletion_policy point_in_time_recovery_enablement enable_drop_protection version_retention_period automated_backup_policy persistence_config labels',
    ),
    ...bridgedTable(bridge, { 'serviceaccount.Account': 'google_service_account' }),
    ...crossplane,
  ],
  constants: {},
  removals: [],
};
