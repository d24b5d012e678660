import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { parse } from '../../formats/dotenv/parse.ts';
import { type DataNode, entries } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { connectionPartFacts } from './connection-parts.ts';
import { connectionsInVariables } from './connection-variables.ts';

const password = randomBytes(18).toString('base64url');

function factsOf(text: string, name = '.env.staging'): readonly Fact[] {
  const document = parse(filePath(name), text);
  const pairs =
    document.shape === 'data' ? document.roots.flatMap((root: DataNode) => entries(root)) : [];
  const settings = pairs.map(({ key, keyAt, value }) => ({ name: key, keyAt, value }));
  const owner = { document, environment: entityKey(`environment:${name}`), collector: 'test' };
  return connectionsInVariables(settings).flatMap((parts) =>
    connectionPartFacts(parts, owner, acmeKnowledge),
  );
}

describe('connections in parts', () => {
  it('are a store, seen at its host, and a login, seen at its password', () => {
    const text = `DB_CONNECTION=pgsql\nDB_HOST=db.acme.io\nDB_PORT=5433\nDB_DATABASE=shop\nDB_USERNAME=root\nDB_PASSWORD=${password}\n`;
    const facts = factsOf(text);
    const [store] = ofKind(facts, 'DataStore');
    expect(store).toMatchObject({ key: 'db:postgres://db.acme.io:5433/shop', product: 'postgres' });
    expect(text.slice(store?.at.start, store?.at.end)).toBe('DB_HOST=db.acme.io');
    const [login] = ofKind(facts, 'Credential');
    expect(login).toMatchObject({ name: 'DB_PASSWORD', product: 'database-login' });
    expect(text.slice(login?.at.start, login?.at.end)).toBe(`DB_PASSWORD=${password}`);
    expect(relationsOf(facts, 'connects-to')).toHaveLength(1);
    expect(relationsOf(facts, 'authorizes')).toMatchObject([{ from: login?.key, to: store?.key }]);
  });

  it.each([
    ['.env.production', password, 1],
    ['.env.production', 'postgres123', 0],
    ['.env.production', '${SECRET}', 0],
    ['.env.staging', password, 0],
    ['.env', password, 0],
  ])('in %s to a host that only a run can tell: the login of production', (file, secret, count) => {
    const text = `DB_HOST=\${PRIVATE_HOST:-db}\nDB_USERNAME=shop\nDB_DATABASE=shop\nDB_PASSWORD=${secret}\n`;
    const facts = factsOf(text, file);
    expect(ofKind(facts, 'DataStore')).toEqual([]);
    expect(ofKind(facts, 'Credential')).toHaveLength(count);
    expect(relationsOf(facts, 'authorizes')).toEqual([]);
    expect(relationsOf(facts, 'holds')).toHaveLength(count);
  });

  it.each([
    ['MYSQL_DATABASE_HOST=db.acme.io', 'db:mysql://db.acme.io:3306/'],
    ['PGHOST=db.acme.io\nPGDATABASE=shop', 'db:postgres://db.acme.io:5432/shop'],
    ['DB_HOST=db.acme.io:3306\nDB_NAME=shop', 'db:mysql://db.acme.io:3306/shop'],
    ['DB_HOST=db.acme.io\nDB_NAME=shop', 'db:sql://db.acme.io:/shop'],
    ['REDIS_HOST=cache.acme.io', 'db:redis://cache.acme.io:6379/'],
    ['ORDERS_DB_HOST=db.acme.io\nORDERS_DB_NAME=orders', 'db:sql://db.acme.io:/orders'],
    ['DB_ENGINE=django.db.backends.mysql\nDB_HOST=db.acme.io', 'db:mysql://db.acme.io:3306/'],
  ])('%j', (text, key) => {
    expect(ofKind(factsOf(text), 'DataStore').map((store) => store.key)).toEqual([key]);
  });

  it.each([
    ['SMTP_HOST=mail.acme.io'],
    ['APP_HOST=acme.io'],
    ['DB_HOST='],
    ['DB_REPLICA_HOST=db.acme.io'],
    ['DB_HOST=your-db-host'],
    ['DB_HOST=/var/run/postgresql'],
    ['HOST=0.0.0.0'],
  ])('%j is none', (text) => {
    expect(factsOf(text)).toEqual([]);
  });

  it('keeps the developer’s own database apart', () => {
    const [store] = ofKind(factsOf('DB_HOST=127.0.0.1\nDB_NAME=shop', '.env.local'), 'DataStore');
    expect(store).toMatchObject({ disposable: { state: 'set', value: true } });
  });
});
