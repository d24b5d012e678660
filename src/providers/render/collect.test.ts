import { describe, expect, it } from 'vitest';
import { backupsOf, factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
import type { Fact } from '../../model/fact.ts';
import { pack as supabase } from '../supabase/pack.ts';
import { collect } from './collect.ts';
import { pack } from './pack.ts';

function blueprint(text: string): readonly Fact[] {
  return factsOfFiles(collect, { 'render.yaml': text }, [pack]);
}

const wired = (name: string, database: string, rest = '') => `
  - type: web
    name: ${name}
${rest}    envVars:
      - key: DATABASE_URL
        fromDatabase: { name: ${database}, property: connectionString }`;

describe('flat blueprints', () => {
  it('sees a staging service on the database of its plain sibling', () => {
    const facts = blueprint(
      `services:${wired('shop', 'shop-db')}${wired('shop-staging', 'shop-db')}\ndatabases:\n  - name: shop-db\n`,
    );
    expect(usesOf(facts)).toEqual([
      'production connects-to shop-db',
      'staging connects-to shop-db',
    ]);
  });

  it('takes the stage of a branch, and none where nothing says one', () => {
    const text = (rest: string) =>
      `services:${wired('shop', 'shop-db', rest)}\ndatabases:\n  - name: shop-db\n`;
    expect(usesOf(blueprint(text('    branch: main\n')))).toEqual([
      'production connects-to shop-db',
    ]);
    expect(usesOf(blueprint(text('')))).toEqual(['unknown connects-to shop-db']);
  });

  it('believes the name of a database', () => {
    const facts = blueprint(
      `services:${wired('qa-shop', 'shop-db')}\ndatabases:\n  - name: shop-db\n    databaseName: shop_production\n`,
    );
    expect(usesOf(facts)).toEqual([
      'production connects-to shop-db',
      'staging connects-to shop-db',
    ]);
  });

  it('follows groups of variables', () => {
    const facts = blueprint(`
services:
  - type: web
    name: shop-staging
    envVars:
      - fromGroup: shared
envVarGroups:
  - name: shared
    envVars:
      - key: REDIS_URL
        fromService: { type: keyvalue, name: jobs, property: connectionString }
      - key: API_URL
        value: https://api.shop.test
`);
    expect(usesOf(facts)).toEqual([]);
    expect(
      usesOf(
        blueprint(`
services:
  - type: keyvalue
    name: jobs
    maxmemoryPolicy: noeviction
    ipAllowList: []
  - type: worker
    name: shop-staging
    envVars: [{ fromGroup: shared }]
envVarGroups:
  - name: shared
    envVars:
      - key: REDIS_URL
        fromService: { type: keyvalue, name: jobs, property: connectionString }
`),
      ),
    ).toEqual(['staging connects-to jobs']);
  });
});

it('resolves names inside one environment of a project only', () => {
  const environment = (name: string) => `
      - name: ${name}
        services:
          - type: web
            name: web-${name}
            envVars:
              - key: DATABASE_URL
                fromDatabase: { name: main, property: connectionString }
        databases:
          - name: main`;
  const facts = blueprint(
    `projects:\n  - name: shop\n    environments:${environment('production')}${environment('staging')}\n`,
  );
  const stores = facts.filter((fact) => fact.kind === 'DataStore').map((fact) => fact.key);
  expect(new Set(stores).size).toBe(2);
  for (const edge of facts) {
    if (edge.kind !== 'Relation' || edge.rel !== 'connects-to') continue;
    expect(edge.to.includes('production')).toBe(edge.from.includes('production'));
  }
});

it.each([
  ['previews: { generation: automatic }', '', true],
  ['previewsEnabled: true', '', true],
  ['previews: { generation: off }', '', false],
  ['', '', false],
  ['previews: { generation: automatic }', '    previews: { generation: off }\n', false],
])('previews are given what is written out: %s %s', (head, own, isShared) => {
  const written = (rest: string) =>
    usesOf(
      factsOfFiles(
        collect,
        {
          'render.yaml': `${head}\nservices:\n  - type: web\n    name: shop\n    branch: main\n${own}    envVars:\n      - key: SUPABASE_URL\n        value: https://kvwpzhtdgqmxlrnbycfs.supabase.co\n${rest}`,
        },
        [pack, supabase],
      ),
    );
  const store = 'connects-to Supabase project kvwpzhtdgqmxlrnbycfs';
  expect(written('')).toEqual([...(isShared ? [`preview ${store}`] : []), `production ${store}`]);
  const other = '        previewValue: https://mzqtrwvxhdlpkncbgfys.supabase.co\n';
  expect(written(other)).not.toContain(`preview ${store}`);
});

describe('stores', () => {
  it.each([
    ['', 'anyone'],
    ['ipAllowList: []', 'private'],
    ['ipAllowList: [{ source: 203.0.113.7/32 }]', 'listed'],
    ['ipAllowList: [{ source: 203.0.113.7/32 }, { source: 0.0.0.0/0 }]', 'anyone'],
  ])('%j is open to %s', (line, who) => {
    const facts = blueprint(`databases:\n  - name: shop-db\n    ${line}\n`);
    expect(storesOf(facts)).toEqual([`shop-db: render-postgres database, open to ${who}`]);
  });

  it('knows what the platform copies, and what becomes of it', () => {
    const facts = blueprint(`
services:
  - type: web
    name: shop
    disk: { name: uploads, mountPath: /data, sizeGB: 5 }
databases:
  - name: shop-db
  - name: trial-db
    plan: free
`);
    expect(backupsOf(facts)).toEqual([
      "Render's own backups of shop-db: dies with its source",
      "Render's daily snapshots of disk uploads: unknown",
    ]);
    expect(usesOf(facts)).toEqual(['unknown mounts disk uploads of shop']);
  });

  it('sees a cron job that dumps the database it is handed', () => {
    const cron = (name: string) => `
services:
  - type: cron
    name: ${name}
    envVars:
      - key: DATABASE_URL
        fromDatabase: { name: shop-db, property: connectionString }
databases:
  - name: shop-db
    plan: free
`;
    expect(backupsOf(blueprint(cron('nightly-backup')))).toEqual([
      'dumps of cron job nightly-backup: unknown',
    ]);
    expect(backupsOf(blueprint(cron('nightly-report')))).toEqual([]);
  });
});

it.each([
  [''],
  ['[]'],
  ['services: 3'],
  ['services: [{name: x, envVars: [1, {key: A}, {fromGroup: none}]}]'],
  ['databases: [{}]\nprojects: [{name: a, environments: [{name: b}]}]'],
])('survives %j', (text) => {
  expect(() => blueprint(text)).not.toThrow();
});
