import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(`AGE-SECRET-KEY-1${'Q7'.repeat(29).slice(0, 58)}`)?.spec.id,
  ).toBe('age-identity');
  expect(knowledge.credentialByValue(`AGE-SECRET-KEY-1${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['SOPS_AGE_KEY', 'age-identity']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
