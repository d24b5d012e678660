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

describe('stores of OVH', () => {
  it.each([
    ['ovh_cloud_project_database', '', 'ovh-database database: default false, unknown'],
    [
      'ovh_cloud_project_database',
      'deletion_protection = true',
      'ovh-database database: set true, unknown',
    ],
    [
      'ovh_cloud_project_database',
      'engine = "valkey"',
      'ovh-database cache: default false, set true',
    ],
    ['ovh_cloud_project_volume', '', 'ovh-volume volume: unknown, unknown'],
    ['ovh_cloud_project_storage', '', 'ovh-bucket bucket: default false, unknown'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it.each([
  ['', []],
  ['backup_regions = ["GRA"]', []],
  ['backup_regions = ["GRA", "SBG"]', ['ovh_cloud_project_database.main']],
])('a database with %j has copies elsewhere of %j', (body, copied) => {
  const facts = factsIn(['ovh_cloud_project_database', body]);
  expect(edges(facts, 'backs-up').map((edge) => edge.split(' > ')[1])).toEqual(copied);
});

it('locked objects guard a bucket', () => {
  const facts = factsIn([
    'ovh_cloud_project_storage',
    'object_lock {\n rule {\n mode = "compliance"\n}\n}',
  ]);
  expect(only(facts, 'Guard').map(({ strength }) => strength)).toEqual(['blocks']);
});
