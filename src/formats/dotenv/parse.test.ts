import { parse as oracle } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataDocument, entries, entry, sourceRange } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const file = filePath('.env');

function read(text: string): DataDocument {
  const document = parse(file, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

function valueAt(text: string, key: string) {
  return entry(read(text).roots[0], key)?.value;
}

/** Values as the reference implementation would give them: later duplicates win, expressions as written. */
function asRecord(text: string): Record<string, string> {
  return Object.fromEntries(
    entries(read(text).roots[0]).map(({ key, value }) => [
      key,
      value.type === 'scalar' || value.type === 'expr' ? value.text : '',
    ]),
  );
}

const SAMPLE = [
  '# local settings',
  'PLAIN=value',
  'export EXPORTED=yes # why',
  '  INDENTED = spaced out  ',
  "SINGLE='it is # no comment'",
  'DOUBLE="line one\\nline two" # comment',
  'BACKTICK=`has "both" \'quotes\'`',
  'EMPTY=',
  'EMPTY_QUOTED=""',
  'COLON: yaml style',
  'HASH=before#after',
  'EQUALS=a=b=c',
  'DOTTED.name-x=1',
  'MULTI="first',
  'second',
  'third"',
  'INNER=a "quoted" word',
  'UNCLOSED="abc',
  'JSON={"a": "b"}',
  'WINDOWS="C:\\data\\"',
  'LAST=1',
].join('\n');

describe('values', () => {
  it.each([
    ['unix', SAMPLE],
    ['windows', SAMPLE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${SAMPLE}`],
  ])('reads a sample with %s line endings like dotenv', (_, text) => {
    expect(asRecord(text)).toEqual(oracle(text));
  });

  it('reads generated files like dotenv', () => {
    const key = fc.constantFrom('A', 'B_2', 'c.d', 'export', 'E-F');
    const word = fc.string({
      unit: fc.constantFrom('a', ' ', '=', ':', '/', 'é', '#', '😀', '{', ','),
      maxLength: 8,
    });
    const quoted = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', ' ', '=', '#', '\n', '\\n', 'é'), maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', ' ', '=', '#', '"', "'", '\\n'), maxLength: 8 }),
    );
    const value = fc
      .tuple(
        fc.constantFrom('', "'", '"', '`'),
        word,
        quoted,
        fc.constantFrom('', ' ', ' # note', '\t'),
      )
      .map(
        ([quote, bare, inner, after]) =>
          (quote === '' ? `x${bare}` : `${quote}${inner}${quote}`) + after,
      );
    const line = fc
      .tuple(fc.constantFrom('', 'export ', '  '), key, fc.constantFrom('=', ' = ', ': '), value)
      .map((parts) => parts.join(''));
    const lines = fc.array(
      fc
        .constantFrom('', '# comment', '   ')
        .chain((blank) => line.map((text) => `${blank}\n${text}`)),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (made, eol) => {
        const text = made.join('\n').replaceAll('\n', eol);
        expect(asRecord(text)).toEqual(oracle(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps duplicates in order', () => {
    expect(entries(read('A=1\nA=2').roots[0]).map(({ key }) => key)).toEqual(['A', 'A']);
  });

  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: variables of the file
  it('makes an expression of what expands, in bare and double-quoted values only', () => {
    expect(valueAt('A=${B:-${C}}/$D', 'A')).toMatchObject({
      type: 'expr',
      text: '${B:-${C}}/$D',
      refs: ['B', 'C', 'D'],
    });
    expect(valueAt('A="x $(cat f)"', 'A')).toMatchObject({
      type: 'expr',
      text: 'x $(cat f)',
      refs: [],
    });
    expect(valueAt("A='$B'", 'A')).toMatchObject({ type: 'scalar', value: '$B' });
    expect(valueAt('A="\\$B costs $5"', 'A')).toMatchObject({
      type: 'scalar',
      value: '$B costs $5',
    });
    expect(valueAt('A=pa$$word', 'A')).toMatchObject({ type: 'scalar' });
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: variables of the file
});

describe('places', () => {
  it('covers keys, values with their quotes, and comments', () => {
    const text = '\uFEFF# top\r\nexport TOKEN="ab\\ncd" # why\r\nURL=x y # z\r\n';
    const document = read(text);
    const places = entries(document.roots[0]).map(({ keyAt, value }) => [
      text.slice(keyAt.start, keyAt.end),
      text.slice(value.at.start, value.at.end),
    ]);
    expect(places).toEqual([
      ['TOKEN', '"ab\\ncd"'],
      ['URL', 'x y'],
    ]);
    expect(document.comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# top',
      '# why',
      '# z',
    ]);
  });

  it('maps decoded text back across escapes and line breaks', () => {
    const text = 'A="one\\ntwo\r\nthree"';
    const value = valueAt(text, 'A');
    if (value?.type !== 'scalar') throw new Error('not a scalar');
    expect(value.text).toBe('one\ntwo\nthree');
    for (const word of ['one', 'two', 'three']) {
      const start = value.text.indexOf(word);
      const at = sourceRange(file, value, start, start + word.length);
      expect(text.slice(at.start, at.end)).toBe(word);
    }
  });

  it('reports a line that assigns nothing, without quoting it', () => {
    expect(read('A=1\nset -e\n').problems).toEqual([
      { at: { file, start: 4, end: 10 }, message: 'not an assignment' },
    ]);
  });
});

it('never throws and stays inside the text', () => {
  const soup = fc.string({
    unit: fc.constantFrom(
      'A',
      '=',
      '"',
      "'",
      '`',
      '\\',
      '$',
      '{',
      '}',
      '#',
      '\n',
      '\r',
      ' ',
      '\uFEFF',
      ':',
    ),
  });
  fc.assert(
    fc.property(soup, (text) => {
      const document = read(text);
      for (const { keyAt, value } of entries(document.roots[0])) {
        for (const { start, end } of [keyAt, value.at])
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        if (value.type === 'scalar' && !/[\\\r]/.test(text)) expect(text).toContain(value.text);
      }
    }),
    { numRuns: 2000 },
  );
});

it('takes time in proportion to the text', () => {
  expect(entries(read('A="\\"\n'.repeat(50_000)).roots[0]).length).toBeGreaterThan(0);
  expect(entries(read(`A=${'$'.repeat(300_000)}`).roots[0])).toHaveLength(1);
});
