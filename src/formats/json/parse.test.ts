import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { expectReadsAnyText } from '../../../test/format-properties.ts';
import { at, type DataDocument, entries, sourceOffset } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const FILE = filePath('settings.json');

function read(text: string): DataDocument {
  const document = parse(FILE, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

it('keeps the order of keys, integers and duplicates included', () => {
  const text = '{"b": 1, "10": 2, "2": 3, "b": 4}';
  const [node] = read(text).roots;
  expect(entries(node).map((entry) => entry.key)).toEqual(['b', '10', '2', 'b']);
  expect(entries(node).map(({ keyAt }) => text.slice(keyAt.start, keyAt.end))).toEqual([
    '"b"',
    '"10"',
    '"2"',
    '"b"',
  ]);
  expect(at(node, 'b')).toMatchObject({ value: 4, text: '4' });
});

it('maps a string with escapes back to the file', () => {
  const text = '\ufeff{"run": "a\\n\\u00e9\\"\\ud83d\\ude00 rm -rf /"}';
  const run = at(read(text).roots[0], 'run');
  if (run?.type !== 'scalar') throw new Error('no scalar');
  expect(run.text).toBe('a\né"\u{1f600} rm -rf /');
  expect(text.slice(run.at.start, run.at.end)).toBe('"a\\n\\u00e9\\"\\ud83d\\ude00 rm -rf /"');
  expect(sourceOffset(run, run.text.indexOf('rm'))).toBe(text.indexOf('rm'));
  expect(sourceOffset(run, run.text.indexOf('é'))).toBe(text.indexOf('\\u00e9'));
});

it('reads comments and trailing commas', () => {
  const text = '// one\n{"a": [1, 2,], /* two */ "url": "https://x", }\n';
  const { roots, comments, problems } = read(text);
  expect(roots.map(plain)).toEqual([{ a: [1, 2], url: 'https://x' }]);
  expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['// one', '/* two */']);
  expect(problems).toEqual([]);
});

it('has a root for each line', () => {
  const text = '{"a":1}\n{"a":2}\r\n\n[3]\n';
  const { roots, problems } = read(text);
  expect(roots.map(plain)).toEqual([{ a: 1 }, { a: 2 }, [3]]);
  expect(roots.map((node) => text.slice(node.at.start, node.at.end))).toEqual([
    '{"a":1}',
    '{"a":2}',
    '[3]',
  ]);
  expect(problems).toEqual([]);
  expect(read('').roots).toEqual([]);
});

describe('broken files', () => {
  it('reports a key without a value and reads on', () => {
    const { roots, problems } = read('{"a": , "b": 1}');
    expect(roots.map(plain)).toEqual([{ b: 1 }]);
    expect(problems[0]).toMatchObject({
      message: 'This key has no value.',
      at: { start: 1, end: 4 },
    });
  });

  it.each([
    ['cut off', '{"allow": ["Bash(ls)"], "b": {"c": "secr'],
    ['comma missing', '{"allow": ["Bash(ls)"] "b": "secret"}'],
    ['string open', '{"allow": ["Bash(ls)"], "b": "secret\n}'],
    ['text behind', '{"allow": ["Bash(ls)"]} secret'],
    ['text before', 'secret {"allow": ["Bash(ls)"]}'],
    ['closed too early', '}\n{"allow": ["Bash(ls)"]}'],
  ])('keeps what can be read: %s', (_, text) => {
    const { roots, problems } = read(text);
    expect(
      plain(
        at(roots[0], 'allow') ?? { type: 'list', items: [], at: { file: FILE, start: 0, end: 0 } },
      ),
    ).toEqual(['Bash(ls)']);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain('secr');
  });

  it('reads both sides of a merge conflict', () => {
    const text =
      '{\n  "a": 1,\n<<<<<<< HEAD\n  "b": 2,\n=======\n  "b": 3,\n>>>>>>> theirs\n  "c": 4\n}\n';
    const { roots, problems } = read(text);
    expect(roots.map(plain)).toEqual([{ a: 1, b: 3, c: 4 }]);
    expect(entries(roots[0])).toHaveLength(4);
    expect(problems.map((one) => text.slice(one.at.start, one.at.end))).toEqual([
      '<<<<<<< HEAD',
      '=======',
      '>>>>>>> theirs',
    ]);
  });

  it('cuts what nests too deeply, and is not fooled by brackets in strings', () => {
    for (const piece of ['[', '{"a":', '[\n', '[[1],']) {
      const { problems } = read(piece.repeat(20_000));
      expect(problems.length).toBeGreaterThan(0);
    }
    expect(read(`["${'['.repeat(500)}\\"${'{'.repeat(500)}"]`).problems).toEqual([]);
  });
});

describe('properties', () => {
  it('reads what JSON.stringify wrote, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { roots, problems } = read(text);
        expect(problems).toEqual([]);
        const value: unknown = JSON.parse(text);
        expect(JSON.stringify(roots.map(plain))).toBe(JSON.stringify([value]));
      }),
    );
  });

  it('reads any text without throwing, inside its bounds', () => {
    expectReadsAnyText(read, [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\u00',
      '//',
      '/*',
      '*/',
      '\n',
      ' ',
      '1',
      '-',
      'true',
      'nul',
      'é',
      '\u{1f600}',
      '\ufeff',
      "'",
    ]);
  });
});
