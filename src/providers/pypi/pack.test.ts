import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`pypi-AgEIcHlwaS5vcmc${'aB3x'.repeat(20)}`)?.spec.id).toBe(
    'api-token',
  );
  expect(
    knowledge.credentialByValue(`pypi-AgENdGVzdC5weXBpLm9yZ${'aB3x'.repeat(20)}`)?.spec.id,
  ).toBe('test-token');
  expect(knowledge.credentialByValue(`pypi-${'a'.repeat(60)}`)?.spec.id).toBe(undefined);
});

it.each([['TWINE_PASSWORD', 'api-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
