import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(
      `SG.${'aB3'.repeat(8).slice(0, 22)}.${'aB3'.repeat(15).slice(0, 43)}`,
    )?.spec.id,
  ).toBe('api-key');
  expect(knowledge.credentialByValue(`SG.${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([['SENDGRID_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
