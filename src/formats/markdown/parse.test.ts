import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const file = filePath('.cursor/rules/safety.mdc');

function read(text: string): DataDocument {
  const document = parse(file, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

function written(text: string, node: DataNode | undefined): string {
  return node === undefined ? '' : text.slice(node.at.start, node.at.end);
}

describe('front matter', () => {
  it.each(['\n', '\r\n'])('reads the map and the body with their places (line break %j)', (eol) => {
    const text = [
      '\uFEFF---',
      'description: Safety rules # why',
      'alwaysApply: true',
      '---',
      '',
      '- NEVER run `rm -rf`',
      '<!-- note -->',
      '',
    ].join(eol);
    const document = read(text);
    const [front, body] = document.roots;
    expect(at(front, 'description')).toMatchObject({ type: 'scalar', value: 'Safety rules' });
    expect(at(front, 'alwaysApply')).toMatchObject({ value: true });
    expect(written(text, at(front, 'description'))).toBe('Safety rules');
    expect(written(text, at(front, 'alwaysApply'))).toBe('true');
    expect(written(text, body)).toBe(text.slice(text.indexOf('---', 5) + 3 + eol.length));
    expect(document.comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# why',
      '<!-- note -->',
    ]);
    expect(document.problems).toEqual([]);
  });

  it('is an empty map where there is none', () => {
    const text = '# Title\n\n---\n\ntext\n';
    const [front, body] = read(text).roots;
    expect(entries(front)).toEqual([]);
    expect(body).toMatchObject({ type: 'scalar', value: text });
  });

  it('is nothing but text while it is not closed', () => {
    expect(entries(read('---\na: 1\n').roots[0])).toEqual([]);
  });

  it('keeps patterns that are no YAML', () => {
    const text = '---\ndescription: a\nglobs: *.ts,*.tsx\nalwaysApply: false\n---\nbody';
    const [front, body] = read(text).roots;
    expect(at(front, 'globs')).toMatchObject({ type: 'scalar', text: '*.ts,*.tsx' });
    expect(written(text, at(front, 'globs'))).toBe('*.ts,*.tsx');
    expect(entries(front).map(({ key }) => key)).toEqual(['description', 'globs', 'alwaysApply']);
    expect(at(front, 'alwaysApply')).toMatchObject({ value: false });
    expect(written(text, body)).toBe('body');
  });
});

it('reads one-line descriptions that YAML takes for something else', () => {
  const text = '---\nname: "x"\ndescription: Use this: when asked\ntools: [a, b]\n---\n';
  const [front] = read(text).roots;
  expect(at(front, 'description')).toMatchObject({ type: 'scalar', text: 'Use this: when asked' });
  expect(at(front, 'name')).toMatchObject({ type: 'scalar', value: 'x' });
  expect(written(text, at(front, 'tools'))).toBe('[a, b]');
  expect(at(front, 'tools')).toMatchObject({ type: 'list' });
  expect(read(text).problems).toEqual([]);
});

it('never throws and stays inside the text', () => {
  const soup = fc.string({
    unit: fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      'a',
      ': ',
      '*',
      '<!--',
      '-->',
      '"',
      '{',
      '\t',
      '\uFEFF',
    ),
  });
  fc.assert(
    fc.property(soup, (text) => {
      const document = read(text);
      const [front, body] = document.roots;
      const ranges = [...document.comments, ...document.problems.map((problem) => problem.at)];
      for (const { keyAt, value } of entries(front)) ranges.push(keyAt, value.at);
      if (body !== undefined) ranges.push(body.at);
      for (const { start, end } of ranges)
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
