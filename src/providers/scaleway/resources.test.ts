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

describe('stores of Scaleway', () => {
  it.each([
    ['scaleway_rdb_instance', '', 'scaleway-database database: unknown, unknown'],
    ['scaleway_mongodb_instance', '', 'scaleway-mongodb database: unknown, unknown'],
    ['scaleway_block_volume', '', 'scaleway-volume volume: unknown, unknown'],
    ['scaleway_object_bucket', '', 'scaleway-bucket bucket: default true, unknown'],
    [
      'scaleway_object_bucket',
      'force_destroy = true',
      'scaleway-bucket bucket: set false, unknown',
    ],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it.each([
  ['', 'default true', []],
  ['disable_backup = true', 'set false', []],
  ['disable_backup = var.off', 'unknown', []],
  ['backup_schedule_retention = 14', 'default true', ['set 14']],
  ['disable_backup = true\nbackup_schedule_retention = 14', 'set false', []],
])('a database with %j is copied: %s, %j', (body, own, days) => {
  const facts = factsIn(['scaleway_rdb_instance', body]);
  expect(said(only(facts, 'DataStore')[0]?.ownBackups)).toBe(own);
  expect(only(facts, 'Backup').map(({ retentionDays }) => said(retentionDays))).toEqual(days);
});

it.each([
  ['COMPLIANCE', 'blocks'],
  ['GOVERNANCE', 'asks'],
])('a lock of mode %s %s', (mode, strength) => {
  const facts = factsIn(
    ['scaleway_object_bucket', ''],
    [
      'scaleway_object_bucket_lock_configuration',
      `bucket = scaleway_object_bucket.main.name\nrule {\n default_retention {\n mode = "${mode}"\n}\n}`,
    ],
  );
  expect(only(facts, 'Guard').map((guard) => guard.strength)).toEqual([strength]);
});

it('a snapshot is a copy of its volume', () => {
  const facts = factsIn(
    ['scaleway_block_volume', ''],
    ['scaleway_block_snapshot', 'volume_id = scaleway_block_volume.main.id'],
  );
  expect(edges(facts, 'backs-up')).toEqual([
    'scaleway_block_snapshot.main/copy > scaleway_block_volume.main',
  ]);
});
