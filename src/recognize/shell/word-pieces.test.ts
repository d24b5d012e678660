import { describe, expect, it } from 'vitest';
import { fallbackText, fixedText, showPieces, wordPieces } from './word-pieces.ts';

/** `@{x}` stands for an expansion. */
function pieces(written: string) {
  return wordPieces(written.replaceAll('@{', '\x24{'));
}

describe('wordPieces', () => {
  it.each([
    ['plain', 'plain', 'plain'],
    [`'a b'"c d"e`, 'a bc de', 'a bc de'],
    ['"a\\"b\\n"', 'a"b\\n', 'a"b\\n'],
    ['a\\ b', 'a b', 'a b'],
    [`"it's"`, "it's", "it's"],
    ['"$A/b"', '$A/b', null],
    ['@{A}b', '$Ab', null],
    ['"@{A:-/srv}/b"', '$A/b', '/srv/b'],
    ['@{A:-@{B:-c}}', '$A', 'c'],
    ['@{A%%x}', '$A', null],
    ['$(date +"%F")-x', '…-x', null],
    ['a`date`', 'a…', null],
    ['@{list[@]}', '…', null],
    ['100$', '100$', '100$'],
    ['"@{A:-', '$A', null],
  ])('%s', (written, shown, filled) => {
    expect(showPieces(pieces(written))).toBe(shown);
    expect(fallbackText(pieces(written))).toBe(filled);
  });

  it('has a fixed text only without expansions', () => {
    expect(fixedText(pieces('"a b"'))).toBe('a b');
    expect(fixedText(pieces('"@{A:-b}"'))).toBeNull();
  });

  it('survives nesting', () => {
    expect(pieces('@{A:-'.repeat(5000)).length).toBe(1);
  });
});
