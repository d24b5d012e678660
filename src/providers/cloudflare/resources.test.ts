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

describe('stores of Cloudflare', () => {
  it.each([
    ['cloudflare_r2_bucket', 'name = "uploads"', 'cloudflare-r2 bucket: default true, unknown'],
    [
      'cloudflare_r2_bucket',
      'name = "build-cache"',
      'cloudflare-r2 bucket: default true, set true',
    ],
    ['cloudflare_d1_database', '', 'cloudflare-d1 database: unknown, unknown'],
    ['cloudflare_workers_kv_namespace', '', 'cloudflare-kv database: unknown, unknown'],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

it.each([
  ['account_id = "acme"\nname = "uploads"', ['cloudflare:cloudflare-r2/acme/uploads']],
  ['account_id = var.account\nname = "uploads"', []],
])('with %j it is known as %j', (body, aliases) => {
  const facts = factsIn(['cloudflare_r2_bucket', body]);
  expect(only(facts, 'DataStore')[0]?.aliases).toEqual(aliases);
});

it.each([
  ['rules = [{ id = "a", enabled = true }]', ['asks']],
  ['rules = [{ id = "a", enabled = false }]', []],
])('lock rules %j guard: %j', (rules, strengths) => {
  const facts = factsIn(
    ['cloudflare_r2_bucket', 'name = "uploads"'],
    ['cloudflare_r2_bucket_lock', `bucket_name = cloudflare_r2_bucket.main.name\n${rules}`],
  );
  expect(only(facts, 'Guard').map(({ strength }) => strength)).toEqual(strengths);
});
