import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['pc index delete --index-name products --skip-confirmation', 'database'],
  ['pc index delete --index-name products --json', 'database'],
  ['pc index delete --index-name products', 'database, asks'],
  ['pc index vector delete -i products --all-vectors --skip-confirmation', 'database'],
  ['pc index vector delete -i products --ids 1', 'nothing'],
  ['pc index backup delete --id 1 --skip-confirmation', 'backup'],
  ['pc project delete --id 1 --skip-confirmation', 'project'],
  ['pc index list', 'nothing'],
  ['pc index delete --help', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows API keys', () => {
  const key = `pcsk_${randomBytes(35).toString('hex')}`;
  expect(knowledge.credentialByValue(key)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(key.slice(0, 20))).toBeUndefined();
});
