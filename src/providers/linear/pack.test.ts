import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`lin_api_${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id).toBe(
    'api-key',
  );
  expect(knowledge.credentialByValue(`lin_api_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['LINEAR_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
