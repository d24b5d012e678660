import { expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(`sk-ant-admin01-${'aB3'.repeat(27).slice(0, 80)}`)?.spec.id,
  ).toBe('admin-key');
  expect(knowledge.credentialByValue(`sk-ant-admin01-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(`sk-ant-api00-${'aB3'.repeat(27).slice(0, 80)}`)?.spec.id,
  ).toBe('api-key');
  expect(knowledge.credentialByValue(`sk-ant-api0${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(`sk-ant-oat01-${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id,
  ).toBe('oauth-token');
  expect(knowledge.credentialByValue(`sk-ant-oat01-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['ANTHROPIC_ADMIN_KEY', 'admin-key'],
  ['ANTHROPIC_API_KEY', 'api-key'],
  ['CLAUDE_CODE_OAUTH_TOKEN', 'oauth-token'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
