import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);
const host = 'https://1a2b.eu-central-1-0.aws.cloud.qdrant.io:6333';

it.each([
  ['DELETE', `${host}/collections/products`, 'database'],
  ['DELETE', `${host}/collections/products/snapshots/a`, 'backup'],
  ['DELETE', `${host}/collections/products/index/name`, undefined],
  ['GET', `${host}/collections/products`, undefined],
])('%s %s: %s', (method, url, destroys) => {
  expect(httpOperation(method, url, knowledge)?.spec.destroys).toBe(destroys);
});

it('knows keys by name', () => {
  expect(knowledge.credentialByName('QDRANT_API_KEY')?.spec.plane).toBe('data');
  expect(knowledge.credentialByName('QDRANT_URL')).toBeUndefined();
});
