import { describe, expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import { pack } from './pack.ts';
import { refineJwtSecret, refineProjectKey, refineSecretKey } from './refine.ts';

const ref = 'abcdefghijklmnopqrst';
const claims = { iss: 'supabase', ref, iat: 1_700_000_000, exp: 2_015_576_000 };

function factOf(name: string, value: string) {
  return credentialOf(pack, name, value);
}

describe('a project key', () => {
  it.each([
    ['in the order of the dashboard', { alg: 'HS256', typ: 'JWT' }],
    ['in the other order', { typ: 'JWT', alg: 'HS256' }],
  ])('of the service role is one by its claims, header %s', (_, header) => {
    const { iss, ref: project, ...times } = claims;
    const key = fakeJwt({ iss, ref: project, role: 'service_role', ...times }, header);
    for (const name of ['SUPABASE_SERVICE_ROLE_KEY', 'SUPABASE_ANON_KEY', 'ANYTHING']) {
      expect(factOf(name, key)).toMatchObject({
        product: 'service-role-key',
        title: 'Supabase service role key',
        scope: { state: 'set', value: 'project' },
        actions: { state: 'set', value: ['read', 'write', 'delete'] },
        belongsTo: ref,
        expiresOn: '2033-11-14',
        decidedBy: 'claims',
        confidence: 'high',
      });
    }
  });
  it('of the service role is one under a public name, whatever the order of its claims', () => {
    const key = fakeJwt({ exp: 2_015_576_000, role: 'service_role', ref });
    expect(factOf('NEXT_PUBLIC_SUPABASE_ANON_KEY', key)).toMatchObject({
      title: 'Supabase service role key',
      belongsTo: ref,
    });
  });
  it.each([
    ['anon', { ...claims, role: 'anon' }],
    ['a local stack', { iss: 'supabase-demo', role: 'service_role', exp: 1_983_812_996 }],
  ])('of %s is public', (_, body) => {
    expect(refineProjectKey(fakeJwt(body))).toEqual({ isPublic: true });
    expect(factOf('SUPABASE_SERVICE_ROLE_KEY', fakeJwt(body))).toBeNull();
  });
  it('of a signed-in user is neither', () => {
    expect(refineProjectKey(fakeJwt({ ...claims, role: 'authenticated' }))).toBeNull();
    expect(refineProjectKey('no token')).toBeNull();
  });
});

it('knows what every local stack starts with', () => {
  const local = ['sb_secret', 'N7UND0UgjKTVK', '-Uodkm0Hg_xSvEMPvz'];
  expect(refineSecretKey(`${local[0]}_${local[1]}${local[2]}`)).toEqual({ isPublic: true });
  expect(refineSecretKey(`sb_secret_${'aB3x'.repeat(8)}`)).toBeNull();
  const jwtSecret = 'super-secret-jwt-token-with-at-least-32-characters-long';
  expect(refineJwtSecret(jwtSecret)).toEqual({ isPublic: true });
  expect(refineJwtSecret(`${jwtSecret}er`)).toBeNull();
});
