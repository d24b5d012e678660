import { describe, expect, it } from 'vitest';
import {
  base64Bytes,
  base64Json,
  dayOf,
  jsonObject,
  printableWord,
  wordIn,
} from './credential-decode.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

describe('decoding', () => {
  it('reads base64 in both alphabets, and nothing else', () => {
    expect(base64Bytes('-_8=')).toEqual(base64Bytes('+/8='));
    for (const text of ['', 'a b', 'a!', 'é', '=', 'x'.repeat(20_000)]) {
      expect(base64Bytes(text)).toBeNull();
    }
  });
  it('reads objects only, of 16 KiB at most', () => {
    expect(jsonObject('{"a":1}')).toEqual({ a: 1 });
    expect(base64Json(encode({ a: 1 }).replace(/(.{4})/g, '$1\n'))).toEqual({ a: 1 });
    for (const text of ['', '1', 'null', '[1]', '"a"', '{"a":', `{"a":"${'x'.repeat(17_000)}"}`]) {
      expect(jsonObject(text)).toBeNull();
      expect(base64Json(Buffer.from(text).toString('base64'))).toBeNull();
    }
  });
});

describe('what may be printed', () => {
  it.each(['prod', 'bright-fox-1', 'a@b.iam.gserviceaccount.com', 'https://x.io/y'])(
    '%s',
    (name) => {
      expect(printableWord(name)).toBe(name);
    },
  );
  it.each([
    '',
    'a b',
    '\u001b[31m',
    '](javascript:x)',
    '<img>',
    'a\nb',
    'x'.repeat(81),
    1.5,
    null,
    {},
  ])('not %j', (name) => expect(printableWord(name)).toBeNull());
  it('writes whole numbers out', () => {
    expect(wordIn({ id: 4721 }, 'id')).toBe('4721');
    expect(wordIn({}, 'id')).toBeNull();
  });
});

it('dates only what is a time', () => {
  expect(dayOf(1_799_535_600)).toBe('2027-01-09');
  for (const value of [0, -1, 1_799_535_600_000, Number.NaN, '1799535600', null, undefined]) {
    expect(dayOf(value)).toBeNull();
  }
});
