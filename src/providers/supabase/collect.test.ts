import { expect, it } from 'vitest';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const ref = 'kvwpzhtdgqmxlrnbycfs';
const config = (text: string) => factsOfFiles(collect, { 'supabase/config.toml': text });

it('knows the project of each remote, and not what the local stack is called', () => {
  const facts = config(
    `project_id = "shop"\n[remotes.production]\nproject_id = "${ref}"\n[remotes.staging]\nproject_id = "env(REF)"\n`,
  );
  expect(usesOf(facts)).toEqual([`production connects-to Supabase project ${ref}`]);
  expect(facts.some((fact) => fact.kind === 'DataStore' && fact.key.endsWith(`/${ref}`))).toBe(
    true,
  );
});

it.each([[''], ['remotes = 1'], ['[remotes]\na = 1'], ['[remotes.x]\nproject_id = 3']])(
  'makes nothing of %j',
  (text) => {
    expect(config(text)).toEqual([]);
  },
);
