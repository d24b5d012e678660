import { describe, expect, it } from 'vitest';
import { resourcesIn } from '../../../test/resource.ts';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { Fact } from '../../model/fact.ts';
import { resources } from './resources.ts';

function declare(type: string, body = '', label = 'main'): string {
  return `resource "${type}" "${label}" {\n${body}\n}\n`;
}

function factsIn(...texts: readonly string[]): readonly Fact[] {
  return factsOf(texts.join('\n'), resources);
}

function storeOf(...texts: readonly string[]) {
  return only(factsIn(...texts), 'DataStore')[0];
}

/** Days, what becomes of it and how, for each copy. */
function copiesOf(...texts: readonly string[]): readonly string[] {
  return only(factsIn(...texts), 'Backup').map(
    ({ method, retentionDays, survivesSourceDeletion }) =>
      `${method} ${said(retentionDays)}, survives ${said(survivesSourceDeletion)}`,
  );
}

/** Strength of each guard, and the only tool that it binds. */
function guardsOf(...texts: readonly string[]): readonly string[] {
  return only(factsIn(...texts), 'Guard').map(
    ({ name, strength, honouredBy }) =>
      `${name.split(' of ')[0]} ${strength}${honouredBy === undefined ? '' : ` ${honouredBy}`}`,
  );
}

const sql = 'google_sql_database_instance';
const apiOn = 'settings {\n deletion_protection_enabled = true\n}';

describe('deletion protection', () => {
  it.each([
    // What only Terraform honours is no protection of the service.
    [sql, '', 'default false'],
    [sql, 'deletion_protection = true', 'default false'],
    [sql, 'deletion_protection = false', 'set false'],
    // A switch that nobody can read may keep the tool from destroying it.
    [sql, 'deletion_protection = var.protect', 'unknown'],
    [sql, apiOn, 'set true'],
    [sql, `deletion_protection = false\n${apiOn}`, 'set true'],
    [sql, 'settings {\n deletion_protection_enabled = var.on\n}', 'unknown'],
    ['google_spanner_database', '', 'default false'],
    ['google_spanner_database', 'enable_drop_protection = true', 'set true'],
    ['google_spanner_database', 'deletion_protection = false', 'set false'],
    ['google_bigtable_instance', '', 'unknown'],
    ['google_bigtable_instance', 'deletion_protection = false', 'set false'],
    ['google_alloydb_cluster', '', 'unknown'],
    ['google_alloydb_cluster', 'deletion_protection = false', 'set false'],
    ['google_firestore_database', '', 'default false'],
    [
      'google_firestore_database',
      'delete_protection_state = "DELETE_PROTECTION_ENABLED"',
      'set true',
    ],
    ['google_firebase_database_instance', '', 'unknown'],
    ['google_filestore_instance', '', 'default false'],
    ['google_filestore_instance', 'deletion_protection_enabled = true', 'set true'],
    ['google_compute_disk', '', 'unknown'],
    ['google_netapp_volume', '', 'unknown'],
    ['google_redis_cluster', '', 'default true'],
    ['google_redis_instance', '', 'unknown'],
    // Google refuses to delete what holds anything.
    ['google_storage_bucket', '', 'default true'],
    ['google_storage_bucket', 'force_destroy = false', 'set true'],
    ['google_storage_bucket', 'force_destroy = true', 'set false'],
    ['google_storage_bucket', 'force_destroy = var.force', 'unknown'],
    ['google_bigquery_dataset', '', 'default true'],
    ['google_bigquery_dataset', 'delete_contents_on_destroy = true', 'set false'],
  ])('of %s with %j is %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.deletionProtection)).toBe(expected);
  });

  it('of a table protects the instance of Bigtable that it is in', () => {
    const table = declare(
      'google_bigtable_table',
      'instance_name = google_bigtable_instance.main.name\ndeletion_protection = "PROTECTED"',
    );
    const store = storeOf(declare('google_bigtable_instance'), table);
    expect(said(store?.deletionProtection)).toBe('set true');
  });
});

describe('guards', () => {
  const tool = 'deletion_protection blocks terraform';
  const softDelete = 'soft delete asks';
  it.each([
    [sql, '', [tool]],
    [sql, 'deletion_protection = false', []],
    [sql, 'deletion_protection = var.protect', []],
    [
      sql,
      'deletion_protection = false\ndeletion_policy = "PREVENT"',
      ['deletion_policy blocks terraform'],
    ],
    ['google_spanner_database', '', [tool]],
    ['google_bigtable_instance', '', [tool]],
    ['google_alloydb_cluster', '', [tool]],
    // Terraform forgets it and deletes nothing.
    ['google_firestore_database', '', ['deletion_policy blocks terraform']],
    ['google_firestore_database', 'deletion_policy = "DELETE"', []],
    ['google_compute_disk', 'deletion_policy = "ABANDON"', ['deletion_policy blocks terraform']],
    ['google_storage_bucket', '', [softDelete]],
    ['google_storage_bucket', 'soft_delete_policy {\n retention_duration_seconds = 0\n}', []],
    ['google_storage_bucket', 'soft_delete_policy {\n retention_duration_seconds = var.s\n}', []],
    ['google_storage_bucket', 'versioning {\n enabled = true\n}', ['versions asks', softDelete]],
    [
      'google_storage_bucket',
      'retention_policy {\n retention_period = 86400\n}',
      ['retention policy asks', softDelete],
    ],
    [
      'google_storage_bucket',
      'retention_policy {\n retention_period = 86400\n is_locked = true\n}',
      ['retention policy blocks', softDelete],
    ],
  ])('of %s with %j are %j', (type, body, expected) => {
    expect(guardsOf(declare(type, body))).toEqual(expected);
  });

  it('of an AlloyDB cluster come with version 7 of the provider', () => {
    const spec = resources.find(({ types }) => types.includes('google_alloydb_cluster'));
    const guards = [true, false].map((isNew) =>
      resourcesIn(declare('google_alloydb_cluster')).flatMap((resource) => {
        const stack = { ...resource.stack, mayUse: () => isNew };
        const facts = spec?.facts({ ...resource, stack }, createKnowledge([], new Uint8Array(32)));
        return only(facts ?? [], 'Guard').map(({ strength }) => strength);
      }),
    );
    expect(guards).toEqual([['blocks'], []]);
  });

  it('of a dataset are those of its tables', () => {
    const table = 'dataset_id = google_bigquery_dataset.main.dataset_id';
    const text = declare('google_bigquery_dataset');
    expect(guardsOf(text, declare('google_bigquery_table', table))).toEqual([tool]);
    const open = declare('google_bigquery_table', `${table}\ndeletion_protection = false`);
    expect(guardsOf(text, open)).toEqual([]);
  });
});

describe('backups of the service', () => {
  const backups = (body: string) => `settings {\n backup_configuration {\n ${body}\n}\n}`;
  it.each([
    // What happens where no block says so is not visible in the code.
    [sql, '', 'unknown', []],
    [sql, backups('enabled = false'), 'set false', []],
    [sql, backups('start_time = "02:00"'), 'default false', []],
    [sql, backups('enabled = var.on'), 'unknown', []],
    [sql, backups('enabled = true'), 'set true', ['snapshot set 7, survives default false']],
    [
      sql,
      backups(
        'enabled = true\npoint_in_time_recovery_enabled = true\ntransaction_log_retention_days = 5',
      ),
      'set true',
      ['pitr set 5, survives default false'],
    ],
    [
      sql,
      backups('enabled = true\nbackup_retention_settings {\n retained_backups = 30\n}'),
      'set true',
      ['snapshot set 30, survives default false'],
    ],
    [
      sql,
      'settings {\n retain_backups_on_delete = true\n backup_configuration {\n enabled = true\n}\n}',
      'set true',
      ['snapshot set 7, survives set true'],
    ],
    ['google_alloydb_cluster', '', 'default true', ['pitr default 14, survives unknown']],
    ['google_alloydb_cluster', 'continuous_backup_config {\n enabled = false\n}', 'set false', []],
    ['google_firestore_database', '', 'default false', []],
    [
      'google_firestore_database',
      'point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"',
      'set true',
      ['pitr default 7, survives unknown'],
    ],
    ['google_spanner_database', '', '-', []],
    ['google_storage_bucket', '', '-', []],
  ])('of %s with %j are %s', (type, body, own, copies) => {
    expect(said(storeOf(declare(type, body))?.ownBackups)).toBe(own);
    expect(copiesOf(declare(type, body))).toEqual(copies);
  });

  it('are none of a replica, which can be made again', () => {
    const store = storeOf(
      declare(sql, 'master_instance_name = google_sql_database_instance.first.name'),
    );
    expect(said(store?.disposable)).toBe('set true');
    expect(store?.ownBackups).toBeUndefined();
  });
});

describe('copies that resources make', () => {
  const disk = declare('google_compute_disk');
  const attachment = declare(
    'google_compute_disk_resource_policy_attachment',
    'name = google_compute_resource_policy.main.name\ndisk = google_compute_disk.main.name',
  );
  const policy = declare(
    'google_compute_resource_policy',
    'snapshot_schedule_policy {\n retention_policy {\n max_retention_days = 10\n}\n}',
  );

  it('are snapshots of a disk by a schedule, outside of the stack', () => {
    expect(copiesOf(disk, attachment, policy)).toEqual(['snapshot set 10, survives default true']);
    const facts = factsIn(disk, attachment, policy);
    expect(edges(facts, 'backs-up')).toEqual([
      'google_compute_disk_resource_policy_attachment.main/snapshots > google_compute_disk.main',
    ]);
    expect(edges(facts, 'placed-in').filter((edge) => edge.includes('/snapshots'))).not.toContain(
      'google_compute_disk_resource_policy_attachment.main/snapshots > tf:infra@production',
    );
  });

  it.each([
    [
      'google_firestore_backup_schedule',
      'database = google_firestore_database.main.name\nretention = "604800s"',
      'google_firestore_database',
      'set 7',
    ],
    [
      'google_spanner_backup_schedule',
      'database = google_spanner_database.main.name\nretention_duration = "1209600s"',
      'google_spanner_database',
      'set 14',
    ],
    [
      'google_firestore_backup_schedule',
      'database = google_firestore_database.main.name\nretention = var.days',
      'google_firestore_database',
      'unknown',
    ],
  ])('are those of %s with %j', (type, body, source, days) => {
    const texts = [declare(source), declare(type, body)];
    expect(copiesOf(...texts)).toEqual([`snapshot ${days}, survives default true`]);
    expect(edges(factsIn(...texts), 'backs-up')).toEqual([`${type}.main/backups > ${source}.main`]);
  });

  it.each([
    ['google_compute_snapshot', 'source_disk', 'google_compute_disk'],
    ['google_filestore_backup', 'source_instance', 'google_filestore_instance'],
    ['google_alloydb_backup', 'cluster_name', 'google_alloydb_cluster'],
    ['google_netapp_backup', 'source_volume', 'google_netapp_volume'],
  ])('are declared by %s in the stack', (type, setting, source) => {
    const facts = factsIn(declare(source), declare(type, `${setting} = ${source}.main.name`));
    expect(edges(facts, 'backs-up')).toContain(`${type}.main/copy > ${source}.main`);
    expect(edges(facts, 'placed-in')).toContain(`${type}.main/copy > tf:infra@production`);
  });

  it('lie in a vault that enforces how long it keeps them', () => {
    const facts = factsIn(
      declare(sql),
      declare(
        'google_backup_dr_backup_vault',
        'backup_minimum_enforced_retention_duration = "864000s"',
      ),
      declare(
        'google_backup_dr_backup_plan',
        'backup_vault = google_backup_dr_backup_vault.main.id\nbackup_rules {\n backup_retention_days = 30\n}',
      ),
      declare(
        'google_backup_dr_backup_plan_association',
        `resource = ${sql}.main.id\nbackup_plan = google_backup_dr_backup_plan.main.name`,
      ),
    );
    expect(only(facts, 'Backup').map(({ retentionDays }) => said(retentionDays))).toEqual([
      'set 30',
    ]);
    expect(edges(facts, 'guarded-by')).toContain(
      'google_backup_dr_backup_plan_association.main/vault > google_backup_dr_backup_vault.main/enforced-retention',
    );
  });

  it('lie in a bucket that is called so', () => {
    const facts = factsIn(declare('google_storage_bucket', 'name = "acme-db-backups"'));
    expect(edges(facts, 'placed-in')).toContain(
      'google_storage_bucket.main/copies > google_storage_bucket.main',
    );
    expect(edges(facts, 'guarded-by')).toContain(
      'google_storage_bucket.main/copies > google_storage_bucket.main/soft-delete',
    );
  });
});

describe('who may connect to an instance of Cloud SQL', () => {
  const ip = (body: string) => `settings {\n ip_configuration {\n ${body}\n}\n}`;
  it.each([
    ['', '-'],
    [ip('authorized_networks {\n value = "0.0.0.0/0"\n}'), 'set anyone'],
    [ip('authorized_networks {\n value = "192.0.2.1/32"\n}'), '-'],
    [ip('ipv4_enabled = false'), 'set private'],
    [ip('ipv4_enabled = false\nauthorized_networks {\n value = "0.0.0.0/0"\n}'), 'set private'],
    [ip('ipv4_enabled = var.public'), '-'],
  ])('with %j is %s', (body, expected) => {
    expect(said(storeOf(declare(sql, body))?.openTo)).toBe(expected);
  });
});

describe('what nobody misses', () => {
  it.each([
    ['google_redis_instance', '', 'default true'],
    ['google_redis_instance', 'persistence_config {\n persistence_mode = "RDB"\n}', 'unknown'],
    ['google_memorystore_instance', 'persistence_config {\n mode = "AOF"\n}', 'unknown'],
    ['google_memcache_instance', '', 'default true'],
    ['google_storage_bucket', 'name = "acme-access-logs"', 'set true'],
    ['google_storage_bucket', 'name = "acme-uploads"', 'unknown'],
    ['google_alloydb_cluster', 'cluster_type = "SECONDARY"', 'set true'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(said(storeOf(declare(type, body))?.disposable)).toBe(expected);
  });
});

it('a bucket of sources that the stack uploads can be made again', () => {
  const object = declare(
    'google_storage_bucket_object',
    'bucket = google_storage_bucket.function_source.name',
  );
  const bucket = declare('google_storage_bucket', '', 'function_source');
  expect(said(storeOf(bucket, object)?.disposable)).toBe('set true');
  expect(said(storeOf(bucket)?.disposable)).toBe('unknown');
  const uploads = declare('google_storage_bucket', '', 'uploads');
  expect(said(storeOf(uploads, object.replace('function_source', 'uploads'))?.disposable)).toBe(
    'unknown',
  );
});

describe('names of real things', () => {
  it.each([
    ['google_storage_bucket', 'name = "acme-uploads"', ['gs://acme-uploads']],
    ['google_storage_bucket', 'name = var.name', []],
    [
      sql,
      'name = "orders"\nregion = "europe-west1"\nproject = "acme-prod"',
      ['google-cloud:cloud-sql/acme-prod:europe-west1:orders'],
    ],
    [sql, 'name = "orders"\nregion = "europe-west1"', []],
    [
      'google_bigquery_dataset',
      'dataset_id = "events"\nproject = "acme-prod"',
      ['google-cloud:bigquery/acme-prod.events'],
    ],
  ])('%s with %j is known as %j', (type, body, aliases) => {
    expect(storeOf(declare(type, body))?.aliases).toEqual(aliases);
  });
});
