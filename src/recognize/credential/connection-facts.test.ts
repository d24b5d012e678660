// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credentialIn, relationIn, storeIn, variableFacts } from '../../../test/variable-facts.ts';

const password = randomBytes(18).toString('base64url');

describe('connection URLs', () => {
  it('makes a store, a login and their edges', () => {
    const made = variableFacts(`DATABASE_URL=postgresql://postgres:${password}@DB.acme.io/shop`);
    expect(storeIn(made)).toMatchObject({
      key: 'db:postgres://db.acme.io:5432/shop',
      aliases: [],
      name: 'db.acme.io/shop',
      provider: null,
      product: 'postgres',
      holds: 'database',
      disposable: { state: 'unknown' },
      confidence: 'high',
    });
    expect(credentialIn(made)).toMatchObject({
      provider: null,
      product: 'database-login',
      title: 'PostgreSQL login "postgres"',
      scope: { state: 'set', value: 'resource' },
      actions: { state: 'set', value: ['read', 'write', 'delete', 'admin'] },
      plane: 'data',
      decidedBy: 'claims',
    });
    expect(relationIn(made, 'authorizes')).toMatchObject({
      actions: ['read', 'write', 'delete', 'admin'],
      confidence: 'high',
    });
    expect(relationIn(made, 'connects-to')).toMatchObject({
      from: 'environment:.env',
      because: 'DATABASE_URL leads to db.acme.io/shop as "postgres" there',
    });
  });

  it.each([
    ['app_readonly', { state: 'set', value: ['read'] }, ['read'], 'high'],
    ['app', { state: 'unknown', why: 'external' }, ['read', 'write', 'delete'], 'medium'],
  ] as const)('reads what the name %s tells', (user, actions, edge, confidence) => {
    const made = variableFacts(`DATABASE_URL=postgres://${user}:${password}@db.acme.io/shop`);
    expect(credentialIn(made)).toMatchObject({ actions });
    expect(relationIn(made, 'authorizes')).toMatchObject({ actions: edge, confidence });
  });

  it('keeps environment-local hosts apart unless the login is the same', () => {
    const line = `DATABASE_URL=postgres://postgres:${password}@postgres.railway.internal:5432/railway`;
    const staging = storeIn(variableFacts(line, { file: '.env.staging' }));
    const production = storeIn(variableFacts(line, { file: '.env.production' }));
    const other = storeIn(
      variableFacts(line.replace(password, randomBytes(18).toString('hex')), {
        file: '.env.production',
      }),
    );
    expect(staging?.key).toBe(
      'db:postgres://postgres.railway.internal:5432/railway@environment:.env.staging',
    );
    expect(staging?.key).not.toBe(production?.key);
    expect(staging?.aliases).toHaveLength(1);
    expect(staging?.aliases).toEqual(production?.aliases);
    expect(other?.aliases).not.toEqual(production?.aliases);
    expect(staging?.provider).toBe('railway');
  });

  it.each([
    ['postgres://postgres:postgres@db:5432/app', true],
    ['postgres://dev:dev@localhost:5432/app', true],
    [`postgres://app:${password}@localhost:5432/app`, true],
    [`postgres://app:${password}@db:5432/app`, false],
    [`postgres://app:${password}@db.acme.io/app`, false],
  ])('%s is a throw-away: %s', (url, disposable) => {
    const found = storeIn(variableFacts(`DATABASE_URL=${url}`));
    expect(found?.disposable.state === 'set' && found.disposable.value).toBe(disposable);
    expect(credentialIn(variableFacts(`DATABASE_URL=${url}`)) === undefined).toBe(disposable);
  });

  it('takes localhost in a production file for the server itself', () => {
    const made = variableFacts(`DATABASE_URL=postgres://app:${password}@localhost/app`, {
      file: '.env.production',
    });
    expect(storeIn(made)?.disposable.state).toBe('unknown');
    expect(storeIn(made)?.aliases).toEqual([]);
    expect(credentialIn(made)).toBeDefined();
  });

  it('proves nothing by a weak password on a bare host', () => {
    expect(
      storeIn(
        variableFacts('DATABASE_URL=postgres://postgres:postgres@db/app', {
          file: '.env.production',
        }),
      )?.aliases,
    ).toEqual([]);
  });

  it.each([
    'aws-0-eu-west-1.pooler.supabase.com:6543/postgres',
    'db.prisma.io:5432/?sslmode=require',
    'pooled.db.prisma.io:5432/?sslmode=require',
  ])('tells tenants of %s apart by user', (shared) => {
    const keyFor = (user: string) =>
      storeIn(variableFacts(`DATABASE_URL=postgres://${user}:${password}@${shared}`))?.key;
    expect(keyFor('postgres.abcdefghijklmnopqrst')).toBe(keyFor('postgres.abcdefghijklmnopqrst'));
    expect(keyFor('postgres.abcdefghijklmnopqrst')).not.toBe(
      keyFor('postgres.bcdefghijklmnopqrstu'),
    );
  });

  it('tells the databases of one Redis apart not at all', () => {
    const zero = storeIn(variableFacts(`REDIS_URL=redis://:${password}@cache.acme.io/0`));
    expect(zero?.key).toBe(
      storeIn(variableFacts(`REDIS_URL=redis://:${password}@cache.acme.io/1`))?.key,
    );
    expect(zero).toMatchObject({ holds: 'cache', product: 'redis' });
  });

  it('reads computed parts as unknown', () => {
    expect(variableFacts('DATABASE_URL=postgres://app:x@${{ vars.HOST }}/app')).toEqual([]);
    const made = variableFacts('DATABASE_URL=postgres://app:${{ secrets.PW }}@db.acme.io/app');
    expect(storeIn(made)?.key).toBe('db:postgres://db.acme.io:5432/app');
    expect(credentialIn(made)).toBeUndefined();
  });

  it('is not sure of sample URLs', () => {
    expect(
      storeIn(variableFacts('DATABASE_URL=postgres://user:pass@db.example.com/app'))?.confidence,
    ).toBe('low');
    expect(
      storeIn(variableFacts('DATABASE_URL=postgres://user:YOUR_PASSWORD@db.acme.io/app'))
        ?.confidence,
    ).toBe('low');
  });

  it.each([
    ['postgres://app:x@db.acme.io/teams_production', '.env', true],
    ['postgres://app:x@prod-db.acme.io/teams', '.env.staging', true],
    ['postgres://app:x@db.acme.io/products', '.env', false],
    ['postgres://app:x@db.acme.io/teams_production', '.env.production', false],
    ['postgres://app:x@staging.prod.acme.io/teams', '.env', false],
    ['postgres://app:x@localhost/teams_production', '.env', false],
    ['postgres://app:x@db.acme.io/nonprod', '.env', false],
  ])('%s in %s belongs to a production of its own: %s', (url, file, expected) => {
    const made = variableFacts(`DATABASE_URL=${url}`, { file });
    const named = made.find((fact) => fact.kind === 'Environment');
    expect(named?.tier === 'production' && named.implied).toBe(expected);
    const reached = made.flatMap((fact) =>
      fact.kind === 'Relation' && fact.rel === 'connects-to' ? [fact.from] : [],
    );
    expect(reached).toHaveLength(expected ? 2 : 1);
  });
});
