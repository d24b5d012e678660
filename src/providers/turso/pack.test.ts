import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Turso commands', () => {
  it.each([
    ['turso db destroy app --yes', 'database'],
    ['turso db destroy app -y', 'database'],
    ['turso db destroy app', 'database, asks'],
    ['turso group destroy default --yes', 'database'],
    ['turso org destroy acme', 'account'],
    ['turso db list', 'nothing'],
    ['turso db shell app', 'nothing'],
    ['turso db create app', 'nothing'],
    ['turso db destroy --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Turso tokens', () => {
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (payload: unknown, alg = 'EdDSA'): string =>
    [encode({ alg, typ: 'JWT' }), encode(payload), randomBytes(64).toString('base64url')].join('.');

  it.each([
    [jwt({ a: 'rw', iat: 1700000000, id: 'x' }), 'database-token'],
    [jwt({ a: 'ro', iat: 1700000000, id: 'x' }), 'read-only-database-token'],
    [jwt({ a: 'rw', iat: 1700000000 }, 'HS256'), undefined],
    [jwt({ sub: 'x' }), undefined],
  ])('%s is %s', (value, id) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(id);
  });

  it('are known by name', () => {
    expect(knowledge.credentialByName('TURSO_AUTH_TOKEN_PROD')?.spec.plane).toBe('data');
    expect(knowledge.credentialByName('TURSO_API_TOKEN')?.spec.plane).toBe('control');
    expect(knowledge.credentialByName('TURSO_DATABASE_URL')).toBeUndefined();
  });
});

it('knows the hosts', () => {
  expect(knowledge.host('app-acme.aws-eu-west-1.turso.io')?.provider).toBe('turso');
  expect(knowledge.apiByHost('api.turso.tech')?.id).toBe('turso');
});
