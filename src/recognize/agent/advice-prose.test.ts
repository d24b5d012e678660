import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/text/parse.ts';
import { filePath } from '../../model/source.ts';
import { firstLine, firstProhibition, isProhibition } from './advice-prose.ts';

const documentOf = (text: string) => parse(filePath('RULES.md'), text);

function prohibitionIn(text: string): string | null {
  const place = firstProhibition(documentOf(text));
  return place === null ? null : text.slice(place.start, place.end);
}

describe('firstProhibition', () => {
  it('points at the line, without its indent and line end', () => {
    const text =
      '# notes\r\n\r\n- Be kind.\r\n  - Never run terraform destroy.\r\n- Do not reset.\r\n';
    expect(prohibitionIn(text)).toBe('- Never run terraform destroy.');
  });

  it('leaves out instructions and code blocks', () => {
    const text =
      'Run `make clean-infra` to delete it.\n```\n# never drop tables\n```\nDo not guess.\n';
    expect(prohibitionIn(text)).toBeNull();
  });
});

it.each([
  ['NEVER drop tables', true],
  ['Don’t touch production', true],
  ['Under no circumstances may you `rm -rf` anything', true],
  ['Drop the table. Never look back.', false],
  ['Never commit generated files', false],
  ['', false],
])('%s → %s', (line, expected) => {
  expect(isProhibition(line)).toBe(expected);
});

it('finds the first line with text', () => {
  const text = '\uFEFF\n\n  Be kind.  \nAlways.';
  const { start, end } = firstLine(documentOf(text));
  expect(text.slice(start, end)).toBe('Be kind.');
  expect(firstLine(documentOf(''))).toMatchObject({ start: 0, end: 0 });
});
