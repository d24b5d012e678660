import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`oy2${'a3'.repeat(21)}b`)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(`oy2${'a3'.repeat(5)}`)?.spec.id).toBe(undefined);
});

it.each([['NUGET_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
