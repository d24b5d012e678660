import { expect, it } from 'vitest';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';
import { refineDatabaseToken } from './refine.ts';

const header = { alg: 'EdDSA', typ: 'JWT' };
const id = '1111aaaa-22bb-33cc-44dd-555555eeeeee';

it.each([
  [
    { a: 'rw', iat: 1_700_000_000, id },
    {
      title: 'Turso database token',
      actions: ['read', 'write', 'delete'],
      belongsTo: id,
      expiresOn: 'never',
    },
  ],
  [
    { a: 'ro', exp: 1_799_535_600, gid: id },
    {
      title: 'Turso read-only group token',
      actions: ['read'],
      belongsTo: id,
      expiresOn: '2027-01-09',
    },
  ],
  [{ sub: 'x' }, null],
])('%j', (claims, shown) => expect(refineDatabaseToken(fakeJwt(claims, header))).toEqual(shown));

it('is told by its beginning', () => {
  const knowledge = createKnowledge([pack], new Uint8Array([1]));
  const kind = (a: string): string | undefined =>
    knowledge.credentialByValue(fakeJwt({ a, iat: 1_700_000_000, id }, header))?.spec.id;
  expect([kind('rw'), kind('ro')]).toEqual(['database-token', 'read-only-database-token']);
});
