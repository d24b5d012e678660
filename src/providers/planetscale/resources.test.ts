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

describe('stores of PlanetScale', () => {
  it.each([
    ['planetscale_postgres_branch', '', 'planetscale-branch database: default false, unknown'],
    [
      'planetscale_vitess_branch',
      'deletion_protected = true',
      'planetscale-branch database: set true, unknown',
    ],
    ['planetscale_database', '', 'planetscale-database database: unknown, unknown'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});
