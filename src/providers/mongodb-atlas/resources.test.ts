import { describe, expect, it } from 'vitest';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import { resources } from './resources.ts';

function factsIn(...blocks: readonly (readonly [type: string, body: string])[]) {
  const texts = blocks.map(([type, body]) => `resource "${type}" "main" {\n${body}\n}\n`);
  return factsOf(texts.join(''), resources);
}

/** Product, what it holds, its protection, and whether it can be made again. */
function storesIn(type: string, body: string): readonly string[] {
  return only(factsIn([type, body]), 'DataStore').map(
    ({ product, holds, deletionProtection, disposable }) =>
      `${product} ${holds}: ${said(deletionProtection)}, ${said(disposable)}`,
  );
}

describe('stores of MongoDB Atlas', () => {
  it.each([
    ['mongodbatlas_advanced_cluster', '', 'mongodb-atlas-cluster database: default false, unknown'],
    [
      'mongodbatlas_advanced_cluster',
      'termination_protection_enabled = true',
      'mongodb-atlas-cluster database: set true, unknown',
    ],
    [
      'mongodbatlas_cluster',
      'termination_protection_enabled = var.protect',
      'mongodb-atlas-cluster database: unknown, unknown',
    ],
    ['mongodbatlas_flex_cluster', '', 'mongodb-atlas-cluster database: default false, unknown'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it.each([
  ['mongodbatlas_advanced_cluster', '', 'default false', []],
  ['mongodbatlas_advanced_cluster', 'backup_enabled = false', 'set false', []],
  ['mongodbatlas_advanced_cluster', 'backup_enabled = var.on', 'unknown', []],
  [
    'mongodbatlas_advanced_cluster',
    'backup_enabled = true',
    'set true',
    ['snapshot default false'],
  ],
  [
    'mongodbatlas_advanced_cluster',
    'backup_enabled = true\npit_enabled = true\nretain_backups_enabled = true',
    'set true',
    ['pitr set true'],
  ],
  ['mongodbatlas_cluster', 'cloud_backup = true', 'set true', ['snapshot default false']],
  [
    'mongodbatlas_cluster',
    'provider_backup_enabled = true',
    'set true',
    ['snapshot default false'],
  ],
  ['mongodbatlas_flex_cluster', '', '-', []],
])('%s with %j is copied: %s, %j', (type, body, own, copies) => {
  const facts = factsIn([type, body]);
  expect(said(only(facts, 'DataStore')[0]?.ownBackups)).toBe(own);
  expect(
    only(facts, 'Backup').map(
      ({ method, survivesSourceDeletion }) => `${method} ${said(survivesSourceDeletion)}`,
    ),
  ).toEqual(copies);
});

const backed = 'project_id = mongodbatlas_project.main.id\nbackup_enabled = true';

it('a compliance policy of its project keeps the snapshots', () => {
  const policy = 'mongodbatlas_backup_compliance_policy';
  const own = factsIn(
    ['mongodbatlas_advanced_cluster', backed],
    [policy, 'project_id = mongodbatlas_project.main.id'],
  );
  expect(only(own, 'Guard').map(({ strength }) => strength)).toEqual(['blocks']);
  const other = factsIn(
    ['mongodbatlas_advanced_cluster', backed],
    [policy, 'project_id = mongodbatlas_project.other.id'],
  );
  expect(only(other, 'Guard')).toEqual([]);
});

it('a schedule may export and copy, and neither lies beside the cluster', () => {
  const facts = factsIn(
    ['mongodbatlas_advanced_cluster', ''],
    [
      'mongodbatlas_cloud_backup_schedule',
      'cluster_name = mongodbatlas_advanced_cluster.main.name\nauto_export_enabled = true\ncopy_settings {\n region_name = "EU_WEST_1"\n}',
    ],
  );
  expect(
    only(facts, 'Backup').map(
      ({ method, survivesSourceDeletion }) => `${method} ${said(survivesSourceDeletion)}`,
    ),
  ).toEqual(['dump set true', 'snapshot default false']);
  expect(edges(facts, 'placed-in').filter((edge) => edge.includes('schedule'))).toEqual([]);
});

it.each([
  ['mongodbatlas_project.main.id', 'set anyone'],
  ['mongodbatlas_project.other.id', '-'],
])('the list of project %s lets in: %s', (project, expected) => {
  const facts = factsIn(
    ['mongodbatlas_advanced_cluster', backed],
    ['mongodbatlas_project_ip_access_list', `project_id = ${project}\ncidr_block = "0.0.0.0/0"`],
  );
  expect(said(only(facts, 'DataStore')[0]?.openTo)).toBe(expected);
});
