import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['gem yank shop -v 1.0.0', 'files'],
  ['gem push shop-1.0.0.gem', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`rubygems_${'0af3'.repeat(12)}`)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(`rubygems_${'0af3'.repeat(6)}`)?.spec.id).toBe(undefined);
});

it.each([['GEM_HOST_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
