import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['DOTENV_PRIVATE_KEY', 'private-key'],
  ['DOTENV_KEY', 'vault-key'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('reads the stage that a key opens', () => {
  const key = `dotenv://:key_${'a3'.repeat(32)}@dotenvx.com/vault/.env.vault?environment=production`;
  expect(credentialOf(pack, 'DOTENV_KEY', key)).toMatchObject({
    title: 'key of the .env.vault file for production',
  });
});
