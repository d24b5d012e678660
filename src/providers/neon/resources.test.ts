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

describe('stores of Neon', () => {
  it.each([
    ['neon_project', '', 'neon-database database: unknown, unknown'],
    [
      'neon_project',
      'default_branch_protected = true',
      'neon-database database: set true, unknown',
    ],
    [
      'neon_project',
      'default_branch_protected = false',
      'neon-database database: set false, unknown',
    ],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it.each([
  ['protected = "yes"', 'set true'],
  ['protected = true', 'set true'],
  ['protected = "no"', 'unknown'],
  ['', 'unknown'],
])('a branch with %j protects its project: %s', (body, expected) => {
  const branch = `project_id = neon_project.main.id\n${body}`;
  const [store] = only(factsIn(['neon_project', ''], ['neon_branch', branch]), 'DataStore');
  expect(said(store?.deletionProtection)).toBe(expected);
});

it.each([
  ['', 'default 1'],
  ['history_retention_seconds = 604800', 'set 7'],
  ['history_retention_seconds = var.seconds', 'unknown'],
])('with %j it can be restored for %s days, as long as the project is there', (body, days) => {
  const [copy] = only(factsIn(['neon_project', body]), 'Backup');
  expect(said(copy?.retentionDays)).toBe(days);
  expect(said(copy?.survivesSourceDeletion)).toBe('default false');
});
