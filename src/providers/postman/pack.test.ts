import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(
      `PMAK-${'a3'.repeat(12).slice(0, 24)}-${'a3'.repeat(17).slice(0, 34)}`,
    )?.spec.id,
  ).toBe('api-key');
  expect(knowledge.credentialByValue(`PMAK-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['POSTMAN_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
