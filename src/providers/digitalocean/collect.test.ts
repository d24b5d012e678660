import { expect, it } from 'vitest';
import { backupsOf, factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const spec = (name: string, database: string) =>
  `name: ${name}\ndatabases:\n  - name: db\n    engine: PG\n    ${database}\n`;
const cluster = 'cluster_name: shop-cluster\n    db_name: shop\n    production: true';

it('sees two apps on one database of one cluster', () => {
  const facts = factsOfFiles(collect, {
    '.do/app.yaml': spec('shop', cluster),
    '.do/app.staging.yaml': spec('shop-staging', cluster),
  });
  expect(usesOf(facts)).toEqual([
    'production connects-to shop of cluster shop-cluster',
    'staging connects-to shop of cluster shop-cluster',
  ]);
});

it('keeps databases of one cluster apart', () => {
  const facts = factsOfFiles(collect, {
    '.do/app.yaml': spec('shop', cluster),
    '.do/app.staging.yaml': spec('shop-staging', cluster.replace('db_name: shop', 'db_name: qa')),
  });
  expect(usesOf(facts)).toEqual([
    'production connects-to shop of cluster shop-cluster',
    'staging connects-to qa of cluster shop-cluster',
  ]);
});

it('knows that the backups of a cluster go with it, and that a development database has none', () => {
  expect(backupsOf(factsOfFiles(collect, { '.do/app.yaml': spec('shop', cluster) }))).toEqual([
    'daily backups of cluster shop-cluster: dies with its source',
  ]);
  const dev = factsOfFiles(collect, { '.do/app.yaml': spec('shop', 'production: false') });
  expect(backupsOf(dev)).toEqual([]);
});

it.each([
  [''],
  ['name: x\ndatabases: 3'],
  ['name: x\nservices: [{envs: [1, {key: A}]}]'],
  ['spec: []'],
])('survives %j', (text) => {
  expect(() => factsOfFiles(collect, { '.do/app.yaml': text })).not.toThrow();
});
