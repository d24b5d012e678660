import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['hasura migrate apply --down all', 'database'],
  ['hasura --project hasura metadata clear', 'service'],
  ['hasura migrate apply', 'nothing'],
  ['hasura migrate apply --down 1 --dry-run', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['HASURA_GRAPHQL_ADMIN_SECRET', 'admin-secret']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
