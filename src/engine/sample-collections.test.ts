import { expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { demoteSamples } from './sample-collections.ts';

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
