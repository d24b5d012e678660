import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(
      `ntn_${'7'.repeat(11).slice(0, 11)}${'aB3'.repeat(12).slice(0, 35)}`,
    )?.spec.id,
  ).toBe('integration-token');
  expect(knowledge.credentialByValue(`ntn_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['NOTION_API_KEY', 'integration-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
