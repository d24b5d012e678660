import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`dckr_pat_${'aB3'.repeat(9)}`)?.spec.id).toBe(
    'personal-token',
  );
  expect(knowledge.credentialByValue(`dckr_oat_${'aB3x'.repeat(8)}`)?.spec.id).toBe(
    'organization-token',
  );
  expect(knowledge.credentialByValue(`dckr_pat_${'a'.repeat(9)}`)?.spec.id).toBe(undefined);
});

it.each([['DOCKERHUB_TOKEN', 'personal-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
