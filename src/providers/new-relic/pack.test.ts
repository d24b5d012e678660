import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`NRAK-${'A7'.repeat(14).slice(0, 27)}`)?.spec.id).toBe(
    'user-key',
  );
  expect(knowledge.credentialByValue(`NRAK-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['NEW_RELIC_API_KEY', 'user-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
