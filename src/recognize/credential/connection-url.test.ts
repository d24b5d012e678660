import { describe, expect, it } from 'vitest';
import { isBareName, isLocalHost, parseConnectionUrl } from './connection-url.ts';

describe('parseConnectionUrl', () => {
  it.each([
    [
      'postgresql://app:s3cr3t@db.acme.io:5433/shop',
      'postgres',
      'app',
      's3cr3t',
      'db.acme.io',
      5433,
      'shop',
    ],
    [
      'postgres://app:s3cr3t@DB.acme.io/shop?sslmode=require',
      'postgres',
      'app',
      's3cr3t',
      'db.acme.io',
      5432,
      'shop',
    ],
    ['postgresql+asyncpg://app:x@h/shop', 'postgres', 'app', 'x', 'h', 5432, 'shop'],
    [
      'jdbc:postgresql://h:5432/shop?user=app&password=x',
      'postgres',
      'app',
      'x',
      'h',
      5432,
      'shop',
    ],
    [
      'jdbc:sqlserver://h:1433;databaseName=shop;user=sa;password=x',
      'sqlserver',
      'sa',
      'x',
      'h',
      1433,
      'shop',
    ],
    ['sqlserver://h;database=shop;user=sa;password=x', 'sqlserver', 'sa', 'x', 'h', 1433, 'shop'],
    ['mysql://root:p%40ss%2Fw@h/shop', 'mysql', 'root', 'p@ss/w', 'h', 3306, 'shop'],
    ['mariadb://root:x@h/shop', 'mysql', 'root', 'x', 'h', 3306, 'shop'],
    [
      'mongodb+srv://app:x@c0.ab1cd.mongodb.net/shop?retryWrites=true',
      'mongodb',
      'app',
      'x',
      'c0.ab1cd.mongodb.net',
      27_017,
      'shop',
    ],
    ['rediss://:x@h:6380', 'redis', null, 'x', 'h', 6380, '0'],
    ['redis://default:x@h/2', 'redis', 'default', 'x', 'h', 6379, '2'],
    ['amqps://guest:guest@h/vhost', 'amqp', 'guest', 'guest', 'h', 5672, 'vhost'],
    ['clickhouse://default:x@h/shop', 'clickhouse', 'default', 'x', 'h', 9000, 'shop'],
    [
      'libsql://shop-acme.turso.io?authToken=x',
      'libsql',
      null,
      'x',
      'shop-acme.turso.io',
      null,
      null,
    ],
    ['postgres://app@h', 'postgres', 'app', null, 'h', 5432, null],
    ['postgres://h/shop', 'postgres', null, null, 'h', 5432, 'shop'],
    ['postgres://app:x@[::1]:5432/shop', 'postgres', 'app', 'x', '::1', 5432, 'shop'],
    ['postgres://app:p@ss@h/shop', 'postgres', 'app', 'p@ss', 'h', 5432, 'shop'],
    ['postgres://app:p/a#s?s@h:5432/shop', 'postgres', 'app', 'p/a#s?s', 'h', 5432, 'shop'],
    ['postgres://app:100%@h/shop', 'postgres', 'app', '100%', 'h', 5432, 'shop'],
    [
      'postgres:///shop?host=/cloudsql/acme:eu:db',
      'postgres',
      null,
      null,
      '/cloudsql/acme:eu:db',
      5432,
      'shop',
    ],
    ['postgres://h:5432/shop?x=a@b', 'postgres', null, null, 'h', 5432, 'shop'],
  ] as const)('%s', (text, scheme, user, password, host, port, database) => {
    expect(parseConnectionUrl(text)).toMatchObject({
      scheme,
      user,
      password,
      host,
      port,
      database,
    });
  });

  it('keeps every host of a replica set, in a fixed order', () => {
    const url = parseConnectionUrl('mongodb://app:x@b:27018,a/shop?replicaSet=rs0');
    expect(url?.host).toBe('b');
    expect(url?.hosts).toEqual(['a:27017', 'b:27018']);
  });

  it('sees sessions that ask to be read-only', () => {
    expect(parseConnectionUrl('postgres://h/a?target_session_attrs=read-only')?.asksReadOnly).toBe(
      true,
    );
    expect(
      parseConnectionUrl('postgres://h/a?options=-c%20default_transaction_read_only%3Don')
        ?.asksReadOnly,
    ).toBe(true);
    expect(parseConnectionUrl('postgres://h/a')?.asksReadOnly).toBe(false);
  });

  it.each([
    '',
    'https://acme.io/x',
    'file:./dev.db',
    'not a url',
    'postgres',
    'postgres://h/a and more',
    '://',
    's3://bucket/x',
  ])('%s is no connection', (text) => {
    expect(parseConnectionUrl(text)).toBeNull();
  });

  it('never throws', () => {
    for (const text of [
      'postgres://',
      'postgres://@',
      'postgres://%',
      'mysql://:@:/',
      'redis://[',
      `postgres://${'@'.repeat(4000)}`,
    ]) {
      expect(() => parseConnectionUrl(text)).not.toThrow();
    }
  });
});

describe('hosts', () => {
  it.each([
    'localhost',
    '127.0.0.1',
    '::1',
    '0.0.0.0',
    'host.docker.internal',
    'db.local',
    'shop.test',
    'x.localhost',
    'db.orb.local',
  ])('%s is this machine', (host) => {
    expect(isLocalHost(host)).toBe(true);
  });

  it.each([
    'db',
    'postgres',
    'db.acme.io',
    'postgres.railway.internal',
    'db.shop.svc.cluster.local',
    '10.0.0.5',
    '/cloudsql/a:b:c',
    'localhost.acme.io',
  ])('%s is not', (host) => {
    expect(isLocalHost(host)).toBe(false);
  });

  it('knows names that mean another machine in every network', () => {
    expect(
      ['db', 'my-postgres', 'db.shop.svc', 'db.shop.svc.cluster.local'].every(isBareName),
    ).toBe(true);
    expect(['db.acme.io', '10.0.0.5', '/cloudsql/a'].some(isBareName)).toBe(false);
  });
});
