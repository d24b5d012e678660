import { describe, expect, it } from 'vitest';
import { printable, printableColumns } from './printable.ts';

const esc = String.fromCharCode(27);
const hostile = [
  `${esc}[31mred${esc}[0m`,
  `${esc}]8;;http://evil.test${esc}\\x`,
  'a\nb\r\nc\u2028d\u0085e',
  'x\u202ey\u2066z\u200b\u00ad\u{e0041}',
  `bell${String.fromCharCode(7)}\u009b1m`,
];

describe('printable', () => {
  it.each(hostile)('leaves nothing that acts on a terminal in %j', (text) => {
    expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  it('keeps words, scripts and emoji', () => {
    expect(printable('データ pg-data 😀 é')).toBe('データ pg-data 😀 é');
  });

  it('joins lines with one blank and replaces half characters', () => {
    expect(printable('a\r\n\tb')).toBe('a b');
    expect(printable('a\ud800b')).toBe('a\ufffdb');
  });
});

describe('printableColumns', () => {
  it.each(hostile)('keeps every column of %j', (text) => {
    expect(printableColumns(text)).toHaveLength(text.length);
    expect(printableColumns(text)).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});
