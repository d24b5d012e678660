import { describe, expect, it } from 'vitest';
import { usesOf } from '../../../test/platform-facts.ts';
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

describe('stores of Heroku', () => {
  it.each([
    [
      'heroku_addon',
      'plan = "heroku-postgresql:standard-0"',
      'heroku-postgres database: unknown, unknown',
    ],
    ['heroku_addon', 'plan = "jawsdb:kitefin"', 'mysql database: unknown, unknown'],
    ['heroku_addon', 'plan = "heroku-redis:premium-0"', 'heroku-redis cache: unknown, unknown'],
    ['heroku_addon', 'plan = "papertrail:choklad"', ''],
    ['heroku_addon', 'plan = var.plan', ''],
  ])('%s with %j: %s', (type, body, expected) => {
    expect(storesIn(type, body)).toEqual(expected === '' ? [] : [expected]);
  });
});

describe('add-ons of Heroku that apps use', () => {
  const app = (label: string, name: string) =>
    `resource "heroku_app" "${label}" {\n  name = ${name}\n}\n`;
  const database = (of: string, plan = '"heroku-postgresql:standard-0"') =>
    `resource "heroku_addon" "db" {\n  app_id = ${of}\n  plan = ${plan}\n}\n`;
  const attached = (to: string, more = '') =>
    `resource "heroku_addon_attachment" "db" {\n  app_id = ${to}\n  addon_id = heroku_addon.db.id\n${more}}\n`;
  const uses = (...blocks: readonly string[]) => usesOf(factsOf(blocks.join(''), resources));

  it.each([
    ['by their names', '"shop-production"', '"shop-staging"'],
    ['by the name of a sibling', '"shop"', '"shop-staging"'],
  ])('are in the stages that the apps tell, %s', (_, first, second) => {
    const apps = [app('one', first), app('two', second)];
    expect(uses(...apps, database('heroku_app.one.id'), attached('heroku_app.two.id'))).toEqual([
      'production connects-to heroku_addon.db',
      'staging connects-to heroku_addon.db',
    ]);
  });

  it('are in the stages that the code calls the apps by where their names are computed', () => {
    const apps = [app('production', 'var.main'), app('staging', 'var.other')];
    expect(
      uses(...apps, database('heroku_app.production.id'), attached('heroku_app.staging.id')),
    ).toEqual(['production connects-to heroku_addon.db', 'staging connects-to heroku_addon.db']);
  });

  it('may be asked for by the name of the app', () => {
    const db = database('heroku_app.one.id').replace('app_id', 'app').replace('.id', '.name');
    expect(uses(app('one', '"shop-staging"'), db)).toEqual(['staging connects-to heroku_addon.db']);
  });

  it.each([
    ['an app of no known stage', attached('heroku_app.plain.id'), undefined],
    ['an app from elsewhere', attached('var.app'), undefined],
    [
      'a login that may do less',
      attached('heroku_app.two.id', '  namespace = "credential:reports"\n'),
      undefined,
    ],
    ['an add-on that keeps nothing', attached('heroku_app.two.id'), '"papertrail:choklad"'],
    ['a plan nobody knows', attached('heroku_app.two.id'), 'var.plan'],
  ])('say nothing of %s', (_, block, plan) => {
    const apps = [app('plain', '"harbour"'), app('two', '"shop-staging"')];
    expect(uses(...apps, database('heroku_app.plain.id', plan), block)).toEqual([]);
  });
});
