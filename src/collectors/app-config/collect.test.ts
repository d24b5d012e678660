import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const password = randomBytes(18).toString('base64url');
const uses = (files: Readonly<Record<string, string>>) => usesOf(factsOfFiles(collect, files));

describe('sections of one file', () => {
  it('of Rails inherit production by an alias', () => {
    const text = `
default: &default
  adapter: postgresql
production: &production
  <<: *default
  host: db.acme.io
  database: shop
staging:
  <<: *production
test:
  <<: *default
  database: shop_test
`;
    expect(uses({ 'config/database.yml': text })).toEqual([
      'production connects-to db.acme.io/shop',
      'staging connects-to db.acme.io/shop',
    ]);
  });

  it('of Rails may hold several databases, and computed ones are nobody’s', () => {
    const text = `
production:
  primary: { adapter: mysql2, host: db.acme.io, database: shop }
  queue: { adapter: mysql2, host: "<%= ENV['QUEUE_HOST'] %>", database: queue }
  cable: { adapter: mysql2, url: "<%= ENV['CABLE_URL'] %>" }
`;
    expect(uses({ 'config/database.yml': text })).toEqual([
      'production connects-to db.acme.io/shop',
    ]);
  });

  it('of Sequelize hold a login', () => {
    const text = JSON.stringify({
      development: {
        username: 'root',
        password,
        database: 'shop',
        host: '127.0.0.1',
        dialect: 'mysql',
      },
      production: {
        username: 'root',
        password,
        database: 'shop',
        host: 'db.acme.io',
        dialect: 'mysql',
      },
    });
    const facts = factsOfFiles(collect, { 'config/config.json': text });
    expect(
      ofKind(facts, 'DataStore').map(({ name, disposable }) => [name, disposable.state]),
    ).toEqual([
      ['127.0.0.1/shop', 'set'],
      ['db.acme.io/shop', 'unknown'],
    ]);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      {
        name: 'password',
        title: 'MySQL login "root"',
        actions: { value: ['read', 'write', 'delete', 'admin'] },
      },
    ]);
  });
});

describe('files laid over a base', () => {
  const string = (server: string, database: string) =>
    JSON.stringify({
      ConnectionStrings: {
        Shop: `Server=tcp:${server},1433;Initial Catalog=${database};User Id=app;Password=${password}`,
      },
    });

  it('inherit what they do not override', () => {
    expect(
      uses({
        'api/appsettings.json': string('sql.acme.io', 'shop'),
        'api/appsettings.Production.json': string('sql.acme.io', 'shop'),
        'api/appsettings.Staging.json': '{"Logging": {"LogLevel": "Debug"}}',
      }),
    ).toEqual(['production connects-to sql.acme.io/shop', 'staging connects-to sql.acme.io/shop']);
  });

  it('override it', () => {
    expect(
      uses({
        'api/appsettings.json': string('sql.acme.io', 'shop'),
        'api/appsettings.Staging.json': string('sql.acme.io', 'shop_staging'),
      }),
    ).toEqual(['staging connects-to sql.acme.io/shop_staging']);
  });

  it('do not make production of a base that the server may override', () => {
    expect(
      uses({
        'api/appsettings.json': string('sql.acme.io', 'shop'),
        'api/appsettings.Production.json': '{"Logging": {"LogLevel": "Warning"}}',
        'api/appsettings.Development.json': '{"Logging": {"LogLevel": "Debug"}}',
      }),
    ).toEqual(['development connects-to sql.acme.io/shop']);
  });

  it('of Spring may be properties, YAML or documents of one file', () => {
    expect(
      uses({
        'src/main/resources/application-prod.properties':
          'spring.datasource.url=jdbc:postgresql://db.acme.io:5432/shop\nspring.datasource.username=app\n',
        'src/main/resources/application-staging.yml':
          'spring:\n  datasource:\n    url: jdbc:postgresql://db.acme.io/shop\n',
        'src/main/resources/application.yml': `spring:\n  datasource:\n    url: \${DATABASE_URL}\n---\nspring:\n  config:\n    activate:\n      on-profile: qa\n  datasource:\n    url: jdbc:postgresql://qa.acme.io/shop\n`,
      }),
    ).toEqual([
      'production connects-to db.acme.io/shop',
      'staging connects-to db.acme.io/shop',
      'staging connects-to qa.acme.io/shop',
    ]);
  });
});

it('reads modules of settings', () => {
  const text = `
const common = { client: 'pg', migrations: { directory: 'migrations' } };
module.exports = {
  development: { ...common, connection: { host: '127.0.0.1', database: 'shop' } },
  staging: { ...common, connection: { host: 'db.acme.io', database: 'shop', user: 'app' } },
  production: { ...common, connection: 'postgres://app@db.acme.io/shop' },
  test: { ...common, connection: process.env.TEST_URL },
};
`;
  expect(uses({ 'knexfile.js': text })).toEqual([
    'development connects-to 127.0.0.1/shop',
    'production connects-to db.acme.io/shop',
    'staging connects-to db.acme.io/shop',
  ]);
  const keys = ofKind(factsOfFiles(collect, { 'knexfile.js': text }), 'DataStore').map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(2);
});

it('reads files that are called by their stage', () => {
  const text = (host: string) =>
    `db:\n  host: ${host}\n  database: shop\nhttp:\n  host: shop.acme.io\n`;
  expect(
    uses({ 'config/production.yml': text('db.acme.io'), 'config/staging.yml': text('db.acme.io') }),
  ).toEqual(['production connects-to db.acme.io/shop', 'staging connects-to db.acme.io/shop']);
});

describe('settings of a tool', () => {
  it.each([
    [
      'Flyway',
      'db/flyway-prod.properties',
      'flyway.url=jdbc:postgresql://db.acme.io:5432/shop\nflyway.user=owner\n',
      'production connects-to db.acme.io/shop',
    ],
    [
      'Liquibase',
      'db/liquibase.staging.properties',
      'changelogFile=a.xml\nurl: jdbc:mysql://db.acme.io:3306/shop\n',
      'staging connects-to db.acme.io/shop',
    ],
    [
      'Alembic',
      'deploy/production/alembic.ini',
      '[alembic]\nscript_location = migrations\nsqlalchemy.url = postgresql+psycopg2://app@db.acme.io/shop\n',
      'production connects-to db.acme.io/shop',
    ],
    [
      'a data source',
      'src/data-source.prod.ts',
      "export const source = new DataSource({ type: 'postgres', host: 'db.acme.io', database: 'shop' });",
      'production connects-to db.acme.io/shop',
    ],
  ])('of %s', (_, file, text, expected) => {
    expect(uses({ [file]: text })).toEqual([expected]);
  });

  it.each([
    [
      'the sample of Alembic',
      'alembic.ini',
      '[alembic]\nsqlalchemy.url = driver://user:pass@localhost/dbname\n',
    ],
    ['another conf', 'db/flyway.conf', '# flyway.url=\n'],
    [
      'what is computed',
      'src/data-source.ts',
      'export default new DataSource({ url: process.env.DATABASE_URL });',
    ],
  ])('are nothing in %s', (_, file, text) => {
    expect(factsOfFiles(collect, { [file]: text })).toEqual([]);
  });

  it('of no stage belong to no environment', () => {
    const text = '[alembic]\nsqlalchemy.url = postgresql://app@db.acme.io/shop\n';
    const facts = factsOfFiles(collect, { 'backend/alembic.ini': text });
    expect(ofKind(facts, 'DataStore').map((one) => one.name)).toEqual(['db.acme.io/shop']);
    expect(ofKind(facts, 'Environment')).toEqual([]);
  });
});

it.each([
  ['config/database.yml', 'production: 3'],
  ['config/database.yml', ''],
  ['config/config.json', '[1]'],
  ['appsettings.json', '{"ConnectionStrings": {"A": "=;==;Server"}}'],
  ['appsettings.json', '{"ConnectionStrings": {"A": "Data Source=app.db"}}'],
  ['config/production.json', '{"db": {"host": {"a": 1}, "database": []}}'],
])('makes nothing of %s: %s', (file, text) => {
  expect(factsOfFiles(collect, { [file]: text })).toEqual([]);
});
