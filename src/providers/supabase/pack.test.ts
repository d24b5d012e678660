import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);
const hex = (length: number): string => randomBytes(length).toString('hex').slice(0, length);

describe('Supabase commands', () => {
  it.each([
    ['supabase db reset --linked', 'database, asks'],
    ['npx supabase@latest db reset --linked --yes', 'database'],
    ['supabase --yes db reset --db-url "$PROD"', 'database'],
    ['supabase db reset', 'nothing'],
    ['supabase db reset --local', 'nothing'],
    ['supabase db reset --linked --help', 'nothing'],
    ['supabase db push --linked --dry-run', 'nothing'],
    ['supabase db diff --linked', 'nothing'],
    ['supabase migration down --linked --last 3 --yes', 'database'],
    ['supabase migration list --linked', 'nothing'],
    ['supabase projects delete abcdefghij --yes', 'project'],
    ['supabase projects list', 'nothing'],
    ['supabase branches delete preview', 'environment'],
    ['supabase storage rm -r ss:///avatars --experimental --yes', 'bucket'],
    ['supabase storage rm -r ss:///avatars --local', 'nothing'],
    ['supabase storage rm ss:///avatars/a.png', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Supabase credentials', () => {
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (payload: unknown): string =>
    [
      encode({ alg: 'HS256', typ: 'JWT' }),
      encode(payload),
      randomBytes(32).toString('base64url'),
    ].join('.');
  const ref = 'abcdefghijklmnopqrst';

  it.each([
    [`sbp_${hex(36)}0000`, 'scoped or account'],
    [`sbp_a${hex(39)}`, 'account-token'],
    [`sbp_fc${hex(38)}`, 'scoped-token'],
    [`sbp_oauth_${hex(40)}`, 'oauth-token'],
    [`sbp_a${hex(38)}`, undefined],
    [`sb_secret_${randomBytes(24).toString('base64url')}`, 'secret-key'],
    [`sb_publishable_${randomBytes(24).toString('base64url')}`, 'publishable-key'],
    [jwt({ iss: 'supabase', ref, role: 'service_role', iat: 1700000000 }), 'service-role-key'],
    [jwt({ role: 'service_role', iss: 'supabase', iat: 1700000000 }), 'service-role-key'],
    [jwt({ role: 'service_role', iat: 1600000000, exp: 2000000000 }), 'service-role-key'],
    [jwt({ iss: 'supabase', ref, role: 'anon', iat: 1700000000 }), 'publishable-key'],
    [jwt({ iss: 'supabase-demo', role: 'service_role', exp: 1983812996 }), undefined],
    [jwt({ role: 'service_role', iss: 'supabase-demo', iat: 1641769200 }), undefined],
    [jwt({ sub: '1234567890' }), undefined],
  ])('%s is %s', (value, id) => {
    const known = knowledge.credentialByValue(value)?.spec.id;
    if (id === 'scoped or account') expect(known).toMatch(/^(?:account|scoped)-token$/);
    else expect(known).toBe(id);
  });

  it('knows them by name, also in builds for the browser', () => {
    expect(knowledge.credentialByName('SUPABASE_ACCESS_TOKEN')?.spec.scope).toBe('account');
    expect(knowledge.credentialByName('NEXT_PUBLIC_SUPABASE_ANON_KEY')?.spec.isPublic).toBe(true);
    expect(knowledge.credentialByName('VITE_SUPABASE_SERVICE_ROLE_KEY')?.spec.plane).toBe('data');
    expect(knowledge.credentialByName('SUPABASE_URL')).toBeUndefined();
  });
});

it('knows the MCP servers by package and host', () => {
  expect(knowledge.mcp('@supabase/mcp-server-supabase@latest')?.spec.id).toBe('local');
  expect(knowledge.mcp('mcp.supabase.com')?.spec.narrowedBy).toEqual([
    { in: 'parameter', name: 'project_ref', values: [] },
  ]);
  expect(knowledge.mcp('localhost')).toBeUndefined();
});

it('knows the hosts of databases and of the management API', () => {
  expect(knowledge.host(`db.${'a'.repeat(20)}.supabase.co`)?.provider).toBe('supabase');
  expect(knowledge.host('aws-0-eu-west-1.pooler.supabase.com')?.provider).toBe('supabase');
  expect(knowledge.apiByHost('api.supabase.com')?.id).toBe('supabase');
});
