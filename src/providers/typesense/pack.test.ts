import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['DELETE', 'https://x1.a1.typesense.net/collections/products', 'database'],
  ['DELETE', 'https://x1.a1.typesense.net/collections/products/documents/1', undefined],
  ['GET', 'https://x1.a1.typesense.net/collections/products', undefined],
])('%s %s: %s', (method, url, destroys) => {
  expect(httpOperation(method, url, knowledge)?.spec.destroys).toBe(destroys);
});

it('tells search keys from others', () => {
  expect(knowledge.credentialByName('TYPESENSE_ADMIN_API_KEY')?.spec.isPublic).toBe(false);
  expect(knowledge.credentialByName('TYPESENSE_SEARCH_ONLY_API_KEY')?.spec.isPublic).toBe(true);
});
