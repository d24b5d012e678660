import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(
      `tskey-api-${'aB3'.repeat(3).slice(0, 8)}-${'aB3'.repeat(6).slice(0, 16)}`,
    )?.spec.id,
  ).toBe('api-token');
  expect(knowledge.credentialByValue(`tskey-api-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(
      `tskey-auth-${'aB3'.repeat(3).slice(0, 8)}-${'aB3'.repeat(6).slice(0, 16)}`,
    )?.spec.id,
  ).toBe('auth-key');
  expect(knowledge.credentialByValue(`tskey-auth-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(
      `tskey-client-${'aB3'.repeat(3).slice(0, 8)}-${'aB3'.repeat(6).slice(0, 16)}`,
    )?.spec.id,
  ).toBe('oauth-secret');
  expect(knowledge.credentialByValue(`tskey-client-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(
      `tskey-scim-${'aB3'.repeat(3).slice(0, 8)}-${'aB3'.repeat(6).slice(0, 16)}`,
    )?.spec.id,
  ).toBe('directory-key');
  expect(knowledge.credentialByValue(`tskey-scim-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['TAILSCALE_API_KEY', 'api-token'],
  ['TS_AUTHKEY', 'auth-key'],
  ['TAILSCALE_OAUTH_SECRET', 'oauth-secret'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
