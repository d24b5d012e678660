import { describe, expect, it } from 'vitest';
import { allLines, lineIndex, lineText, positionAt } from './lines.ts';

describe('lineIndex', () => {
  it('counts LF, CRLF and a lone CR as one break each', () => {
    expect(allLines(lineIndex('a\nb\r\nc\rd'))).toEqual(['a', 'b', 'c', 'd']);
    expect(allLines(lineIndex('a\n\r\n\n'))).toEqual(['a', '', '', '']);
  });

  it('has one line for an empty text', () => {
    expect(allLines(lineIndex(''))).toEqual(['']);
    expect(positionAt(lineIndex(''), 5)).toEqual({ line: 1, column: 1 });
  });

  it('leaves the byte order mark out of line 1', () => {
    const index = lineIndex('\ufeffab\nc');
    expect(positionAt(index, 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt(index, 1)).toEqual({ line: 1, column: 1 });
    expect(positionAt(index, 4)).toEqual({ line: 2, column: 1 });
    expect(lineText(index, 1)).toBe('ab');
  });
});

describe('positionAt', () => {
  it('counts UTF-16 units from 1', () => {
    const index = lineIndex('😀x\r\n\ty');
    expect(positionAt(index, 2)).toEqual({ line: 1, column: 3 });
    expect(positionAt(index, 5)).toEqual({ line: 2, column: 1 });
    expect(positionAt(index, 6)).toEqual({ line: 2, column: 2 });
  });

  it('keeps offsets inside the text', () => {
    const index = lineIndex('ab');
    expect(positionAt(index, -3)).toEqual({ line: 1, column: 1 });
    expect(positionAt(index, 99)).toEqual({ line: 1, column: 3 });
  });
});
