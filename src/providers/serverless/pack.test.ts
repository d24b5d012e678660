import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['serverless remove --stage production', 'environment'],
  ['npx sls remove', 'environment'],
  ['serverless deploy', 'nothing'],
  ['serverless info', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows the access key', () => {
  expect(knowledgeOf(pack).credentialByName('SERVERLESS_ACCESS_KEY')?.spec.id).toBe('access-key');
});
