import { describe, expect, it } from 'vitest';
import { fakeJwt } from '../../../test/fake-tokens.ts';
import { readJwt, refineJwt } from './credential-jwt.ts';

describe('any JSON web token', () => {
  it('shows its end', () => {
    expect(refineJwt(fakeJwt({ exp: 1_799_535_600 }))).toEqual({ expiresOn: '2027-01-09' });
    expect(refineJwt(fakeJwt({ sub: 'x' }))).toEqual({ expiresOn: 'never' });
    expect(refineJwt(fakeJwt({ exp: 'soon' }))).toBeNull();
  });
  it('opens nothing without a signature or as the sample of tutorials', () => {
    expect(refineJwt(fakeJwt({}, { alg: 'none' }))).toEqual({ isPublic: true });
    const sample = { sub: '1234567890', name: 'John Doe', iat: 1_516_239_022 };
    expect(refineJwt(fakeJwt(sample))).toEqual({ isPublic: true });
  });
  it.each(['', 'ey', 'eyJ.eyJ.x', 'a.b.c', `${fakeJwt({})}.more`, fakeJwt({}, { typ: 'JWT' })])(
    'is not %s',
    (value) => expect(readJwt(value)).toBeNull(),
  );
});
