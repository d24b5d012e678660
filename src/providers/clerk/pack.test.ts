import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([['CLERK_SECRET_KEY', 'secret-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['live', 'Clerk secret key', 'meta'],
  ['test', 'Clerk secret key of a development instance', 'comms'],
])('a %s key is a %s', (mode, title, plane) => {
  const key = `sk_${mode}_${'aB3x'.repeat(11)}`;
  expect(credentialOf(pack, 'CLERK_SECRET_KEY', key)).toMatchObject({ title, plane });
});
