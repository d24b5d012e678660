import { expect, it } from 'vitest';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { pack as supabase } from '../supabase/pack.ts';
import { collect } from './collect.ts';

const ref = 'kvwpzhtdgqmxlrnbycfs';
const project = (config: unknown) =>
  usesOf(factsOfFiles(collect, { 'vercel.json': JSON.stringify(config) }, [supabase]));

it('gives previews what it gives production', () => {
  expect(project({ env: { SUPABASE_URL: `https://${ref}.supabase.co` } })).toEqual([
    `preview connects-to Supabase project ${ref}`,
    `production connects-to Supabase project ${ref}`,
  ]);
});

it.each([[{}], [{ env: { DATABASE_URL: '@database-url' } }], [{ env: 3 }], [[]]])(
  'makes nothing of %j',
  (config) => {
    expect(project(config)).toEqual([]);
  },
);
