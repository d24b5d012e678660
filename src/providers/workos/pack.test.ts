import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([['WORKOS_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('is told from the keys of others by how it goes on', () => {
  const id = Buffer.from('key_01').toString('base64').replace(/=+$/, '');
  const key = `sk_test_${id}${'aB3'.repeat(12)}`;
  expect(credentialOf(pack, 'TOKEN', key)).toMatchObject({
    title: 'WorkOS API key of a sandbox environment',
    plane: 'comms',
  });
});
