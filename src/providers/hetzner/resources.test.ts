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

describe('stores of Hetzner', () => {
  it.each([
    ['hcloud_volume', '', 'hetzner-volume volume: default false, unknown'],
    // Its own tool lifts the protection: nothing can be said of whoever runs that.
    ['hcloud_volume', 'delete_protection = true', 'hetzner-volume volume: unknown, unknown'],
    ['hcloud_volume', 'delete_protection = false', 'hetzner-volume volume: set false, unknown'],
    ['hcloud_volume', 'delete_protection = var.protect', 'hetzner-volume volume: unknown, unknown'],
    ['hcloud_storage_box', '', 'hetzner-storage-box volume: default false, unknown'],
    ['hcloud_server', '', ''],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it.each([
  ['delete_protection = true', ['delete protection of hcloud_volume.main asks everybody']],
  ['delete_protection = false', []],
  ['delete_protection = var.protect', []],
])('with %j it holds back who calls the vendor: %j', (body, expected) => {
  const guards = only(factsIn(['hcloud_volume', body]), 'Guard');
  expect(
    guards.map(
      ({ name, strength, honouredBy = 'everybody' }) => `${name} ${strength} ${honouredBy}`,
    ),
  ).toEqual(expected);
});

it('a storage box that is called so holds copies', () => {
  const facts = factsIn(['hcloud_storage_box', 'name = "db-backups"']);
  expect(edges(facts, 'placed-in')).toContain(
    'hcloud_storage_box.main/copies > hcloud_storage_box.main',
  );
});
