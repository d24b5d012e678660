import { expect, it } from 'vitest';
import { type Credential, entityKey } from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { unknown } from '../model/value.ts';
import { demoteSamples } from './sample-collections.ts';

function credential(file: string, provider: string): Credential {
  const at = { file: filePath(file), start: 0, end: 5 };
  return {
    kind: 'Credential',
    key: entityKey(`credential:${file}#${provider}`),
    aliases: [],
    name: 'token',
    at,
    collector: 'test',
    implied: false,
    confidence: 'high',
    provider,
    product: 'token',
    title: 'token',
    form: 'literal',
    scope: unknown('external', at),
    actions: unknown('external', at),
    plane: 'control',
    preview: '****',
    digest: 'd',
    decidedBy: 'prefix',
    purpose: null,
    narrower: null,
  };
}

const vendors = ['aws', 'fly', 'heroku', 'neon', 'vercel'];

it('takes the keys of many vendors in program text for samples', () => {
  const facts = vendors.map((vendor) => credential(`rules/${vendor}.go`, vendor));
  expect(demoteSamples(facts).map((fact) => 'confidence' in fact && fact.confidence)).toEqual(
    vendors.map(() => 'low'),
  );
});

it('believes few of them, those of another folder, and env files', () => {
  const few = vendors.slice(1).map((vendor) => credential('src/client.ts', vendor));
  const other = [
    ...vendors.map((vendor) => credential(`rules/${vendor}.go`, vendor)),
    credential('src/a.ts', 'fly'),
  ];
  const env = vendors.map((vendor) => credential('.env', vendor));
  expect(demoteSamples(few)).toEqual(few);
  expect(demoteSamples(other).at(-1)).toEqual(other.at(-1));
  expect(demoteSamples(env)).toEqual(env);
});
