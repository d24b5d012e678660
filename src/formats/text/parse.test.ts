import { expect, it } from 'vitest';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

it('keeps the text as it is, byte order mark and line endings included', () => {
  const file = filePath('notes.txt');
  const text = '\uFEFFfirst\r\nsecond\n';
  expect(parse(file, text)).toEqual({
    shape: 'text',
    format: 'text',
    file,
    text,
    comments: [],
    problems: [],
  });
});
