import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['DELETE', 'https://ms-1.fra.meilisearch.io/indexes/products', 'database'],
  ['DELETE', 'https://ms-1.fra.meilisearch.io/indexes/products/documents', 'database'],
  ['DELETE', 'https://ms-1.fra.meilisearch.io/indexes/products/documents/1', undefined],
  ['GET', 'https://ms-1.fra.meilisearch.io/indexes/products', undefined],
])('%s %s: %s', (method, url, destroys) => {
  expect(httpOperation(method, url, knowledge)?.spec.destroys).toBe(destroys);
});

it('knows master keys by name', () => {
  expect(knowledge.credentialByName('MEILI_MASTER_KEY')?.spec.id).toBe('master-key');
  expect(knowledge.credentialByName('MEILI_ENV')).toBeUndefined();
});
