import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`shpat_${'a3'.repeat(16).slice(0, 32)}`)?.spec.id).toBe(
    'access-token',
  );
  expect(knowledge.credentialByValue(`shpat_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`shpss_${'a3'.repeat(16).slice(0, 32)}`)?.spec.id).toBe(
    'app-secret',
  );
  expect(knowledge.credentialByValue(`shpss_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['SHOPIFY_ACCESS_TOKEN', 'access-token'],
  ['SHOPIFY_API_SECRET', 'app-secret'],
  ['SHOPIFY_CLI_PARTNERS_TOKEN', 'partner-token'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
