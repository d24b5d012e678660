import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`dp.pt.${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id).toBe(
    'personal-token',
  );
  expect(knowledge.credentialByValue(`dp.pt.${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`dp.st.${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id).toBe(
    'service-token',
  );
  expect(knowledge.credentialByValue(`dp.st.${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`dp.sa.${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id).toBe(
    'service-account-token',
  );
  expect(knowledge.credentialByValue(`dp.sa.${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`dp.scim.${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id).toBe(
    'directory-token',
  );
  expect(knowledge.credentialByValue(`dp.scim.${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['DOPPLER_TOKEN', 'service-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['dp.st.prd_eu', 'Doppler token of the config prd_eu'],
  ['dp.st', 'Doppler service token'],
  ['dp.ct', 'Doppler CLI token'],
  ['dp.pt', 'Doppler personal token'],
  ['dp.audit', 'Doppler audit token'],
  ['dp.scim', 'Doppler SCIM token'],
])('%s is a %s', (start, title) => {
  const token = `${start}.${'aB3'.repeat(14).slice(0, 40)}`;
  expect(credentialOf(pack, 'DOPPLER_TOKEN', token)).toMatchObject({ title });
});
