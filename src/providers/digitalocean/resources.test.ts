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

describe('stores of DigitalOcean', () => {
  it.each([
    [
      'digitalocean_database_cluster',
      'engine = "pg"',
      'digitalocean-database database: unknown, unknown',
    ],
    [
      'digitalocean_database_cluster',
      'engine = "valkey"',
      'digitalocean-database cache: unknown, set true',
    ],
    ['digitalocean_volume', '', 'digitalocean-volume volume: unknown, unknown'],
    ['digitalocean_spaces_bucket', '', 'digitalocean-space bucket: default true, unknown'],
    [
      'digitalocean_spaces_bucket',
      'force_destroy = true',
      'digitalocean-space bucket: set false, unknown',
    ],
    [
      'digitalocean_spaces_bucket',
      'name = "acme-access-logs"',
      'digitalocean-space bucket: default true, set true',
    ],
    ['digitalocean_droplet', '', ''],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it('a cluster is known by the databases that specs of apps name, and loses its backups', () => {
  const facts = factsIn(
    ['digitalocean_database_cluster', 'name = "orders"\nengine = "pg"'],
    [
      'digitalocean_database_db',
      'cluster_id = digitalocean_database_cluster.main.id\nname = "web"',
    ],
  );
  expect(only(facts, 'DataStore')[0]?.aliases).toEqual([
    'digitalocean:cluster/orders/the default database',
    'digitalocean:cluster/orders/web',
  ]);
  const [copy] = only(facts, 'Backup');
  expect(copy?.implied).toBe(true);
  expect(said(copy?.survivesSourceDeletion)).toBe('default false');
});

it('a snapshot is a copy of its volume', () => {
  const facts = factsIn(
    ['digitalocean_volume', ''],
    ['digitalocean_volume_snapshot', 'volume_id = digitalocean_volume.main.id'],
  );
  expect(edges(facts, 'backs-up')).toEqual([
    'digitalocean_volume_snapshot.main/copy > digitalocean_volume.main',
  ]);
});

it('versions guard a bucket', () => {
  const facts = factsIn(['digitalocean_spaces_bucket', 'versioning {\n enabled = true\n}']);
  expect(only(facts, 'Guard').map(({ strength }) => strength)).toEqual(['asks']);
});
