import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`AKCp${'aB3'.repeat(23)}`)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(`cmVmd${'aB3x'.repeat(14)}abc`)?.spec.id).toBe('access-token');
  expect(knowledge.credentialByValue(`AKCp${'a'.repeat(9)}`)?.spec.id).toBe(undefined);
});

it.each([['JFROG_ACCESS_TOKEN', 'access-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
