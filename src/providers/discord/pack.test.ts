import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([['DISCORD_TOKEN', 'bot-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('names the bot of a token', () => {
  const bot = '123045607890123456';
  const token = `${Buffer.from(bot).toString('base64url')}.${'aB3'.repeat(2)}.${'aB3'.repeat(10)}`;
  expect(credentialOf(pack, 'DISCORD_TOKEN', token)).toMatchObject({ belongsTo: bot });
});
