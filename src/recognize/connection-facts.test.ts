// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../engine/knowledge.ts';
import type { DataNode } from '../model/document.ts';
import type { Credential, DataStore, EntityKey, Fact, Relation } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { pack as railway } from '../providers/railway/pack.ts';
import { factsOfVariable } from './variable.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const password = randomBytes(18).toString('base64url');

interface Case {
  readonly file?: string;
  readonly environment?: EntityKey | null;
  readonly comment?: string;
  /** Text of the file around the pair. */
  readonly around?: string;
}

/** Facts of one `NAME=value` line; a value with `${{` becomes an expression. */
function facts(line: string, options: Case = {}): readonly Fact[] {
  const file = filePath(options.file ?? '.env');
  const text = `${options.around ?? ''}${line}`;
  const start = options.around?.length ?? 0;
  const equals = line.indexOf('=');
  const name = line.slice(0, equals);
  const value = line.slice(equals + 1);
  const at = { file, start: start + equals + 1, end: start + line.length };
  const node: Extract<DataNode, { type: 'scalar' | 'expr' }> = value.includes('${{')
    ? { type: 'expr', text: value, refs: value.match(/secrets\.\w+/g) ?? [], at }
    : { type: 'scalar', value, text: value, map: [[0, at.start]], at };
  return factsOfVariable(
    {
      name,
      value: node,
      keyAt: { file, start, end: start + equals },
      document: { file, text },
      environment:
        options.environment === undefined ? entityKey(`environment:${file}`) : options.environment,
      collector: 'test',
      comment: options.comment ?? null,
    },
    knowledge,
  );
}

function credential(made: readonly Fact[]): Credential | undefined {
  return made.find((fact): fact is Credential => fact.kind === 'Credential');
}

function store(made: readonly Fact[]): DataStore | undefined {
  return made.find((fact): fact is DataStore => fact.kind === 'DataStore');
}

function relation(made: readonly Fact[], rel: Relation['rel']): Relation | undefined {
  return made.find((fact): fact is Relation => fact.kind === 'Relation' && fact.rel === rel);
}

describe('connection URLs', () => {
  it('makes a store, a login and their edges', () => {
    const made = facts(`DATABASE_URL=postgresql://postgres:${password}@DB.acme.io/shop`);
    expect(store(made)).toMatchObject({
      key: 'db:postgres://db.acme.io:5432/shop',
      aliases: [],
      name: 'db.acme.io/shop',
      provider: null,
      product: 'postgres',
      holds: 'database',
      disposable: { state: 'unknown' },
      confidence: 'high',
    });
    expect(credential(made)).toMatchObject({
      provider: null,
      product: 'database-login',
      title: 'PostgreSQL login "postgres"',
      scope: { state: 'set', value: 'resource' },
      actions: { state: 'set', value: ['read', 'write', 'delete', 'admin'] },
      plane: 'data',
      decidedBy: 'claims',
    });
    expect(relation(made, 'authorizes')).toMatchObject({
      actions: ['read', 'write', 'delete', 'admin'],
      confidence: 'high',
    });
    expect(relation(made, 'connects-to')).toMatchObject({
      from: 'environment:.env',
      because: 'DATABASE_URL leads to db.acme.io/shop as "postgres" there',
    });
  });

  it.each([
    ['app_readonly', { state: 'set', value: ['read'] }, ['read'], 'high'],
    ['app', { state: 'unknown', why: 'external' }, ['read', 'write', 'delete'], 'medium'],
  ] as const)('reads what the name %s tells', (user, actions, edge, confidence) => {
    const made = facts(`DATABASE_URL=postgres://${user}:${password}@db.acme.io/shop`);
    expect(credential(made)).toMatchObject({ actions });
    expect(relation(made, 'authorizes')).toMatchObject({ actions: edge, confidence });
  });

  it('keeps environment-local hosts apart unless the login is the same', () => {
    const line = `DATABASE_URL=postgres://postgres:${password}@postgres.railway.internal:5432/railway`;
    const staging = store(facts(line, { file: '.env.staging' }));
    const production = store(facts(line, { file: '.env.production' }));
    const other = store(
      facts(line.replace(password, randomBytes(18).toString('hex')), { file: '.env.production' }),
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
    const found = store(facts(`DATABASE_URL=${url}`));
    expect(found?.disposable.state === 'set' && found.disposable.value).toBe(disposable);
    expect(credential(facts(`DATABASE_URL=${url}`)) === undefined).toBe(disposable);
  });

  it('takes localhost in a production file for the server itself', () => {
    const made = facts(`DATABASE_URL=postgres://app:${password}@localhost/app`, {
      file: '.env.production',
    });
    expect(store(made)?.disposable.state).toBe('unknown');
    expect(store(made)?.aliases).toEqual([]);
    expect(credential(made)).toBeDefined();
  });

  it('proves nothing by a weak password on a bare host', () => {
    expect(
      store(facts('DATABASE_URL=postgres://postgres:postgres@db/app', { file: '.env.production' }))
        ?.aliases,
    ).toEqual([]);
  });

  it('tells tenants of a shared host apart by user, and Redis databases not at all', () => {
    const pooler = 'aws-0-eu-west-1.pooler.supabase.com:6543/postgres';
    const one = store(
      facts(`DATABASE_URL=postgres://postgres.abcdefghijklmnopqrst:${password}@${pooler}`),
    );
    const two = store(
      facts(`DATABASE_URL=postgres://postgres.bcdefghijklmnopqrstu:${password}@${pooler}`),
    );
    expect(one?.key).not.toBe(two?.key);
    const zero = store(facts(`REDIS_URL=redis://:${password}@cache.acme.io/0`));
    expect(zero?.key).toBe(store(facts(`REDIS_URL=redis://:${password}@cache.acme.io/1`))?.key);
    expect(zero).toMatchObject({ holds: 'cache', product: 'redis' });
  });

  it('reads computed parts as unknown', () => {
    expect(facts('DATABASE_URL=postgres://app:x@${{ vars.HOST }}/app')).toEqual([]);
    const made = facts('DATABASE_URL=postgres://app:${{ secrets.PW }}@db.acme.io/app');
    expect(store(made)?.key).toBe('db:postgres://db.acme.io:5432/app');
    expect(credential(made)).toBeUndefined();
  });

  it('is not sure of sample URLs', () => {
    expect(store(facts('DATABASE_URL=postgres://user:pass@db.example.com/app'))?.confidence).toBe(
      'low',
    );
    expect(
      store(facts('DATABASE_URL=postgres://user:YOUR_PASSWORD@db.acme.io/app'))?.confidence,
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
    const made = facts(`DATABASE_URL=${url}`, { file });
    const named = made.find((fact) => fact.kind === 'Environment');
    expect(named?.tier === 'production' && named.implied).toBe(expected);
    const reached = made.flatMap((fact) =>
      fact.kind === 'Relation' && fact.rel === 'connects-to' ? [fact.from] : [],
    );
    expect(reached).toHaveLength(expected ? 2 : 1);
  });
});
