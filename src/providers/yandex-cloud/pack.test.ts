import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['yc managed-postgresql cluster delete shop', 'database'],
  ['yc --profile prod compute disk delete data', 'volume'],
  ['yc storage bucket delete --name shop', 'service'],
  ['yc managed-postgresql cluster get shop', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows credentials by prefix', () => {
  const knowledge = knowledgeOf(pack);
  expect(knowledge.credentialByValue(`AQVN${'aB3_x'.repeat(7)}`)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(`AQVN${'aB3_x'.repeat(6)}`)).toBeUndefined();
  const token = `t1.9${'aB3_'.repeat(10)}.${'aB'.repeat(43)}`;
  expect(knowledge.credentialByValue(token)?.spec.id).toBe('iam-token');
});

it('knows an exported key by what is in it', () => {
  const key = { id: 'aje0made0up', private_key: 'aB3/'.repeat(60) };
  const confidence = (content: object): string | undefined =>
    credentialOf(pack, 'YC_SA_JSON_CREDENTIALS', JSON.stringify(content))?.confidence;
  expect(confidence(key)).toBe('high');
  expect(confidence({ id: key.id })).toBe('low');
});
