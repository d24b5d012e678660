import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['ccloud cluster delete blue-dog', 'database, asks'],
  ['ccloud cluster list', 'nothing'],
  ['ccloud cluster delete --help', 'nothing'],
  ['cockroach start-single-node --insecure', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows API keys and hosts', () => {
  const key = `CCDB1_${randomBytes(11).toString('hex')}_${randomBytes(20).toString('hex')}`;
  expect(knowledge.credentialByValue(key)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(key.slice(0, -1))).toBeUndefined();
  expect(knowledge.host('blue-dog-1.abc.cockroachlabs.cloud')?.provider).toBe('cockroachdb');
});
