import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { matchesWhole } from '../../recognize/credential/credential.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['algolia indices delete products --confirm', 'database'],
  ['algolia index delete products -y', 'database'],
  ['algolia indices clear products', 'database, asks'],
  ['algolia indices delete products --dry-run', 'nothing'],
  ['algolia objects delete products --object-ids 1', 'nothing'],
  ['algolia objects delete products --filters "age<3" -y', 'database'],
  ['algolia indices list', 'nothing'],
  ['algolia indices delete --help', 'nothing'],
])('%s: %s', (line, outcome) => {
  expect(outcomeOf(pack, line)).toBe(outcome);
});

it('knows admin keys by name, and that search keys are public', () => {
  const admin = knowledge.credentialByName('ALGOLIA_ADMIN_API_KEY')?.spec;
  const value = randomBytes(16).toString('hex');
  expect(admin?.shape && matchesWhole(admin.shape, value)).toBe(true);
  expect(admin?.shape && matchesWhole(admin.shape, value.slice(1))).toBe(false);
  expect(knowledge.credentialByValue(value)).toBeUndefined();
  expect(knowledge.credentialByName('NEXT_PUBLIC_ALGOLIA_SEARCH_KEY')?.spec.isPublic).toBe(true);
});
