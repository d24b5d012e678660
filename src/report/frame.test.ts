import { describe, expect, it } from 'vitest';
import { createPaint } from './ansi.ts';
import { renderFrame } from './frame.ts';

const paint = createPaint({ color: false, hyperlinks: false });

function place(line: number, column: number, endColumn: number, endLine = line) {
  return { file: 'deploy.sh', line, column, endLine, endColumn, label: 'here' };
}

describe('renderFrame', () => {
  it('puts the caret below the range, with a line around it', () => {
    const lines = ['set -e', 'railway volume delete', 'echo done', 'exit'];
    expect(renderFrame(place(2, 9, 15), lines, paint)).toBe(
      [
        '  1 | set -e',
        '> 2 | railway volume delete',
        '    |         ^^^^^^ here',
        '  3 | echo done',
      ].join('\n'),
    );
  });

  it('expands tabs and counts wide characters as two cells', () => {
    const frame = renderFrame(place(1, 4, 5), ['\t値 x'], paint);
    expect(frame).toBe('> 1 |   値 x\n    |      ^ here');
  });

  it('runs to the end of the line for a range of several lines, and shows empty ranges', () => {
    expect(renderFrame(place(1, 3, 2, 2), ['abcd', 'e'], paint)).toContain('|   ^^ here');
    expect(renderFrame(place(1, 1, 1), ['abcd'], paint)).toContain('| ^ here');
  });

  it('cuts long lines around the caret', () => {
    const line = `${'a '.repeat(200)}rm -rf /data ${'b '.repeat(200)}`;
    const frame = renderFrame(place(1, 401, 407), [line], paint);
    const [code = '', caret = ''] = frame.split('\n');
    expect(code).toMatch(/^> 1 \| ….*…$/);
    expect(code.length).toBeLessThanOrEqual('> 1 | '.length + 120);
    expect(code.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('rm -rf');
  });

  it('leaves out the empty line after the last break', () => {
    expect(renderFrame(place(1, 1, 2), ['a', ''], paint)).toBe('> 1 | a\n    | ^ here');
  });

  it('is empty where there is no such line', () => {
    expect(renderFrame(place(5, 1, 2), ['a'], paint)).toBe('');
    expect(renderFrame(place(1, 1, 2), [], paint)).toBe('');
  });
});
