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

describe('stores of Linode', () => {
  it.each([
    ['linode_volume', '', 'linode-volume volume: unknown, unknown'],
    ['linode_database_postgresql_v2', '', 'linode-database database: unknown, unknown'],
    ['linode_object_storage_bucket', 'label = "uploads"', 'linode-bucket bucket: unknown, unknown'],
    ['linode_instance', '', ''],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it('a lock protects a volume', () => {
  const facts = factsIn(
    ['linode_volume', ''],
    ['linode_lock', 'entity_id = linode_volume.main.id\nentity_type = "volume"'],
  );
  expect(said(only(facts, 'DataStore')[0]?.deletionProtection)).toBe('set true');
});

it('versions guard a bucket', () => {
  const facts = factsIn(['linode_object_storage_bucket', 'versioning = true']);
  expect(edges(facts, 'guarded-by')).toEqual([
    'linode_object_storage_bucket.main > linode_object_storage_bucket.main/versions',
  ]);
});
