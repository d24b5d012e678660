import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`sk-admin-${'aB3'.repeat(7).slice(0, 20)}`)?.spec.id).toBe(
    'admin-key',
  );
  expect(knowledge.credentialByValue(`sk-admin-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`sk-proj-${'aB3'.repeat(7).slice(0, 20)}`)?.spec.id).toBe(
    'project-key',
  );
  expect(knowledge.credentialByValue(`sk-proj-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['OPENAI_ADMIN_KEY', 'admin-key'],
  ['OPENAI_API_KEY', 'project-key'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  [`sk-svcacct-${'aB3'.repeat(10)}`, 'OpenAI service account key', 'project'],
  [`sk-proj-${'aB3'.repeat(10)}`, 'OpenAI project key', 'project'],
  [`sk-${'aB3xY'.repeat(4)}${'T3Blbk'}FJ${'aB3xY'.repeat(4)}`, 'OpenAI user key', 'account'],
])('%s', (key, title, scope) => {
  expect(credentialOf(pack, 'OPENAI_API_KEY', key)).toMatchObject({
    title,
    scope: { value: scope },
  });
});
