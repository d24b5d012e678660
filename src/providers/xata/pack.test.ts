import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['xata dbs delete shop', 'database, asks'],
  ['npx @xata.io/cli branch delete preview', 'environment, asks'],
  ['xata dbs list', 'nothing'],
  ['xata branch create preview', 'nothing'],
  ['xata dbs delete --help', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows keys and hosts', () => {
  const key = `xau_${randomBytes(20).toString('hex')}`;
  expect(knowledge.credentialByValue(key)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(key.slice(0, 20))).toBeUndefined();
  expect(knowledge.host('eu-central-1.sql.xata.sh')?.provider).toBe('xata');
});
