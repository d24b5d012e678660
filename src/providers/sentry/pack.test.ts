import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`sntrys_eyJ${'aB3'.repeat(20).slice(0, 60)}`)?.spec.id).toBe(
    'organization-token',
  );
  expect(knowledge.credentialByValue(`sntrys_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`sntryu_${'a3'.repeat(32).slice(0, 64)}`)?.spec.id).toBe(
    'auth-token',
  );
  expect(knowledge.credentialByValue(`sntryu_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['SENTRY_AUTH_TOKEN', 'auth-token'],
  ['SENTRY_DSN', 'dsn'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('names the organization of a token', () => {
  const inside = { iat: 1_700_000_000, url: 'https://sentry.io', org: 'harbour' };
  const token = `sntrys_${Buffer.from(JSON.stringify(inside)).toString('base64')}_${'aB3'.repeat(14)}x`;
  expect(credentialOf(pack, 'SENTRY_AUTH_TOKEN', token)).toMatchObject({
    product: 'organization-token',
    belongsTo: 'harbour',
  });
});
