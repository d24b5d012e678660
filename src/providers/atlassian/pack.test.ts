import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`ATATT3${'aB3x'.repeat(40)}`)?.spec.id).toBe('api-token');
  expect(knowledge.credentialByValue(`ATATT3${'a'.repeat(40)}`)?.spec.id).toBe(undefined);
});

it.each([['JIRA_API_TOKEN', 'api-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
