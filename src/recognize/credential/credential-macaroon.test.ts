import { describe, expect, it } from 'vitest';
import { fakeMacaroon } from '../../../test/fake-tokens.ts';
import { macaroonCaveats } from './credential-macaroon.ts';

describe('caveats of a macaroon', () => {
  it.each([[[]], [['a']], [['a', '[1, ["x"]]', 'y'.repeat(300)]]])('%j', (caveats) => {
    expect(macaroonCaveats(fakeMacaroon('acme.io', caveats))).toEqual(caveats);
  });
  it('are unknown in a token that is cut off or something else', () => {
    const whole = Buffer.from(fakeMacaroon('acme.io', ['one', 'two']), 'base64url');
    for (let length = 0; length < whole.length - 34; length += 1) {
      expect(macaroonCaveats(whole.subarray(0, length).toString('base64url'))).toBeNull();
    }
    expect(macaroonCaveats('AQAA')).toBeNull();
    expect(macaroonCaveats('not base64!')).toBeNull();
    expect(macaroonCaveats(fakeMacaroon('acme.io', Array(60).fill('x')))).toBeNull();
  });
});
