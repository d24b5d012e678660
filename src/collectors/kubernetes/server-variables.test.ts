import { describe, expect, it } from 'vitest';
import { connectionParts } from './server-variables.ts';

function parts(set: Readonly<Record<string, string>>): readonly string[] {
  return connectionParts(Object.keys(set), (name) => set[name] ?? null).map(
    ({ name, url }) => `${name} ${url.scheme}://${url.hosts.join()}/${url.database ?? ''}`,
  );
}

describe('connectionParts', () => {
  it.each<[Readonly<Record<string, string>>, string]>([
    [{ PGHOST: 'db.acme.io', PGDATABASE: 'shop' }, 'PGHOST postgres://db.acme.io:5432/shop'],
    [
      { DB_HOST: 'db.acme.io', DB_PORT: '3306', DB_NAME: 'shop' },
      'DB_HOST mysql://db.acme.io:3306/shop',
    ],
    [{ APP_MONGO_HOST: 'm.acme.io' }, 'APP_MONGO_HOST mongodb://m.acme.io:27017/'],
    [{ mysql_host: 'DB.acme.io', mysql_database: 'a' }, 'mysql_host mysql://db.acme.io:3306/a'],
  ])('%j → %s', (set, expected) => {
    expect(parts(set)).toEqual([expected]);
  });

  it.each([
    { DB_HOST: 'db.acme.io' },
    { PGHOST: 'db' },
    { PGHOST: 'localhost' },
    { PGHOST: 'db.shop.svc.cluster.local' },
    { PGHOST: '${PGHOST}' },
    { PGHOST: 'db.example.com' },
    { SMTP_HOST: 'mail.acme.io' },
    { DB_PORT: '5432' },
  ])('%j leads nowhere', (set) => {
    expect(parts(set as Readonly<Record<string, string>>)).toEqual([]);
  });
});
