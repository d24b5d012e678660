import { expect, it } from 'vitest';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { pack as supabase } from '../supabase/pack.ts';
import { collect } from './collect.ts';

const url = (ref: string) => `SUPABASE_URL = "https://${ref}.supabase.co"\n`;
const one = 'kvwpzhtdgqmxlrnbycfs';
const other = 'wqtrmzbnyhvdkcxsplgf';
const site = (text: string) => usesOf(factsOfFiles(collect, { 'netlify.toml': text }, [supabase]));

it('gives every context what the build is given, unless it overrides it', () => {
  expect(site(`[build.environment]\n${url(one)}`)).toEqual([
    `preview connects-to Supabase project ${one}`,
    `production connects-to Supabase project ${one}`,
  ]);
  expect(
    site(`[build.environment]\n${url(one)}[context.deploy-preview.environment]\n${url(other)}`),
  ).toEqual([
    `preview connects-to Supabase project ${other}`,
    `production connects-to Supabase project ${one}`,
  ]);
});

it('takes a context of a branch for what the branch is', () => {
  expect(site(`[context.staging.environment]\n${url(one)}`)).toEqual([
    `staging connects-to Supabase project ${one}`,
  ]);
});

it.each([
  [''],
  ['[build.environment]\nNODE_VERSION = "22"'],
  ['context = 3'],
  ['[context]\na = 1'],
])('makes nothing of %j', (text) => {
  expect(site(text)).toEqual([]);
});
