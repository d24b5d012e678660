import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`ATCTT3${'aB3x'.repeat(30)}`)?.spec.id).toBe('access-token');
  expect(knowledge.credentialByValue(`ATBB${'aB3x'.repeat(8)}`)?.spec.id).toBe('app-password');
  expect(knowledge.credentialByValue(`ATBB${'a'.repeat(4)}`)?.spec.id).toBe(undefined);
});

it.each([['BITBUCKET_TOKEN', 'access-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
