import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(
      `pat-na1-${'a3'.repeat(4).slice(0, 8)}-${'a3'.repeat(2).slice(0, 4)}-${'a3'.repeat(2).slice(0, 4)}-${'a3'.repeat(2).slice(0, 4)}-${'a3'.repeat(6).slice(0, 12)}`,
    )?.spec.id,
  ).toBe('private-app-token');
  expect(knowledge.credentialByValue(`pat-na1-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['HUBSPOT_ACCESS_TOKEN', 'private-app-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
