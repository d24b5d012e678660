import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakePack } from '../../../test/fake-tokens.ts';
import { unpack } from './credential-message-pack.ts';

it('reads what it was packed from', () => {
  const value = [0, 127, 4_294_967_296, 'ü', null, true, [[]], new Map([[1, 31]])];
  expect(unpack(fakePack(value))).toEqual([...value.slice(0, -1), new Map([['1', 31]])]);
});

it('leaves bytes out', () => {
  expect(unpack(fakePack([Buffer.from([1, 2, 3]), 'x']))).toEqual([null, 'x']);
});

it.each([
  ['a negative number', [0xff], -1],
  ['a negative byte', [0xd0, 0x80], -128],
  ['a short map', [0x81, 0xa1, 0x61, 0x05], new Map([['a', 5]])],
  ['a long list', [0xdd, 0, 0, 0, 1, 7], [7]],
])('reads %s', (_, bytes, value) => expect(unpack(Uint8Array.from(bytes))).toEqual(value));

it.each([
  ['nothing', []],
  ['a text that is cut off', [0xa5, 0x61]],
  ['a list that is cut off', [0xdd, 0xff, 0xff, 0xff, 0xff]],
  ['an extension', [0xd4, 1, 1]],
  ['what is too deep', Array(40).fill(0x91)],
])('is undefined for %s', (_, bytes) => expect(unpack(Uint8Array.from(bytes))).toBeUndefined());

it('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      unpack(bytes);
    }),
  );
});
