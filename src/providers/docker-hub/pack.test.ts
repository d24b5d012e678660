import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

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
