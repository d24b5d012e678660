import { expect, it } from 'vitest';
import { credentialIn } from '../../../test/credential-fact.ts';
import type { Fact } from '../../model/fact.ts';
import { demote } from './demote.ts';

function demoteSamples(facts: readonly Fact[]): readonly Fact[] {
  return demote({
    facts,
    classOf: () => 'source',
    texts: new Map(),
    packs: [],
    today: '2026-11-21',
  });
}

const vendors = ['aws', 'fly', 'heroku', 'neon', 'vercel'];

it('takes the keys of many vendors in program text for samples', () => {
  const facts = vendors.map((vendor) => credentialIn(`rules/${vendor}.go`, vendor));
  expect(demoteSamples(facts).map((fact) => 'confidence' in fact && fact.confidence)).toEqual(
    vendors.map(() => 'low'),
  );
});

it('believes few of them, those of another folder, and env files', () => {
  const few = vendors.slice(1).map((vendor) => credentialIn('src/client.ts', vendor));
  const other = [
    ...vendors.map((vendor) => credentialIn(`rules/${vendor}.go`, vendor)),
    credentialIn('src/a.ts', 'fly'),
  ];
  const env = vendors.map((vendor) => credentialIn('.env', vendor));
  expect(demoteSamples(few)).toEqual(few);
  expect(demoteSamples(other).at(-1)).toEqual(other.at(-1));
  expect(demoteSamples(env)).toEqual(env);
});

it.each([
  ['database/factories/KeyFactory.php', 'low'],
  ['api/db/seeds/users.rb', 'low'],
  ['scripts/seed-transfer-demo.php', 'low'],
  ['prisma/seed.ts', 'low'],
  ['db/seeds/production.sql', 'high'],
  ['src/database/connect.php', 'high'],
  ['src/seedling.ts', 'high'],
])('takes what fills an empty database for a sample: %s → %s', (file, confidence) => {
  expect(demoteSamples([credentialIn(file, 'aws')])).toMatchObject([{ confidence }]);
});
