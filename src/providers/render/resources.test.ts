import { describe, expect, it } from 'vitest';
import { factsOf, only, said } from '../../../test/resource-facts-of.ts';
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

describe('stores of Render', () => {
  it.each([
    ['render_postgres', '', 'render-postgres database: unknown, unknown'],
    ['render_keyvalue', 'persistence_mode = "off"', 'render-key-value cache: unknown, set true'],
    [
      'render_keyvalue',
      'persistence_mode = "journal_snapshot"',
      'render-key-value cache: unknown, unknown',
    ],
    ['render_web_service', '', ''],
    ['render_web_service', 'disk = {\n name = "data"\n}', 'render-disk volume: unknown, unknown'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it('backups go with the database', () => {
  const [copy] = only(factsIn(['render_postgres', '']), 'Backup');
  expect(copy?.implied).toBe(true);
  expect(said(copy?.survivesSourceDeletion)).toBe('default false');
});

it.each([
  ['', '-'],
  ['ip_allow_list = []', 'set private'],
  ['ip_allow_list = [{ cidr_block = "192.0.2.1/32" }]', 'set listed'],
  ['ip_allow_list = [{ cidr_block = "192.0.2.1/32" }, { cidr_block = "0.0.0.0/0" }]', 'set anyone'],
  ['ip_allow_list = [{ cidr_block = var.office }]', '-'],
  ['ip_allow_list = var.list', '-'],
])('with %j connections are open to: %s', (body, expected) => {
  expect(said(only(factsIn(['render_postgres', body]), 'DataStore')[0]?.openTo)).toBe(expected);
});
