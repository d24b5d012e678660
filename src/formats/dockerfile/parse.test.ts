import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataDocument, entries, sourceRange } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const file = filePath('Dockerfile');

function read(text: string): DataDocument {
  const document = parse(file, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

function instructions(text: string): readonly (readonly [string, string])[] {
  return entries(read(text).roots[0]).map(({ key, value }) => [
    key,
    value.type === 'scalar' ? value.text : '',
  ]);
}

/** Keyword and first and last line of each instruction, by the reference implementation. */
function oracle(text: string) {
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const { start, end } = instruction.getRange();
      return [instruction.getKeyword(), start.line, end.line];
    });
}

function byLine(text: string) {
  const line = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  return entries(read(text).roots[0]).map(({ key, keyAt, value }) => [
    key,
    line(keyAt.start),
    line(Math.max(keyAt.end, value.at.end)),
  ]);
}

const SAMPLE = [
  '# syntax=docker/dockerfile:1',
  'FROM node:20 AS build',
  '# a comment',
  'run apt-get update \\',
  '    # inside',
  '',
  '    && apt-get install -y git',
  'COPY --from=build ["a b", "/c/"]',
  'ENV A=1 \\',
  '    B="x \\',
  'y"',
  'RUN <<EOF bash',
  'rm -rf /var/lib/apt',
  '# not a comment of the file',
  'EOF',
  'COPY <<-"ONE" <<TWO /etc/',
  'first',
  '\tONE',
  'second',
  'TWO',
  'ONBUILD RUN npm ci',
  'CMD ["sh", "-c", "echo hi"]',
].join('\n');

describe('instructions', () => {
  it('joins continued lines and leaves out the comments between them', () => {
    expect(instructions(SAMPLE)).toEqual([
      ['FROM', 'node:20 AS build'],
      ['RUN', 'apt-get update     && apt-get install -y git'],
      ['COPY', '--from=build ["a b", "/c/"]'],
      ['ENV', 'A=1     B="x y"'],
      ['RUN', '<<EOF bash\nrm -rf /var/lib/apt\n# not a comment of the file\nEOF'],
      ['COPY', '<<-"ONE" <<TWO /etc/\nfirst\n\tONE\nsecond\nTWO'],
      ['ONBUILD', 'RUN npm ci'],
      ['CMD', '["sh", "-c", "echo hi"]'],
    ]);
  });

  it('follows the escape directive', () => {
    expect(instructions('# escape=`\nFROM a\nRUN dir C:\\ `\n  && x\n')).toEqual([
      ['FROM', 'a'],
      ['RUN', 'dir C:\\   && x'],
    ]);
  });

  it('does not continue after a doubled mark', () => {
    expect(instructions('RUN a \\\\\nUSER x')).toEqual([
      ['RUN', 'a \\\\'],
      ['USER', 'x'],
    ]);
  });

  it('opens a here-document only where a word starts with its operator', () => {
    expect(instructions('RUN echo "a <<X b"\nONBUILD RUN <<X\nUSER y\nX')).toEqual([
      ['RUN', 'echo "a <<X b"'],
      ['ONBUILD', 'RUN <<X\nUSER y\nX'],
    ]);
  });

  it('goes on without the here-document when its end is missing', () => {
    const document = read('RUN cat <<EOF\nUSER x\n');
    expect(entries(document.roots[0]).map(({ key }) => key)).toEqual(['RUN', 'USER']);
    expect(document.problems.map(({ message }) => message)).toEqual([
      'here-document without an end',
    ]);
  });

  it('keeps an unknown instruction and reports it', () => {
    const document = read('FROM a\n{{ include }}\n');
    expect(entries(document.roots[0]).map(({ key }) => key)).toEqual(['FROM', '{{']);
    expect(document.problems).toEqual([
      { at: { file, start: 7, end: 9 }, message: 'unknown instruction' },
    ]);
  });

  it.each([
    ['sample', SAMPLE],
    ['windows sample', SAMPLE.replaceAll('\n', '\r\n')],
  ])('agrees with dockerfile-ast on a %s', (_, text) => {
    expect(byLine(text)).toEqual(oracle(text));
  });

  it('agrees with dockerfile-ast on generated files', () => {
    const line = fc.constantFrom(
      'FROM node:20',
      'RUN a && b',
      'RUN a \\\n  && b \\\n  c',
      'RUN a \\\n# why\n  && b',
      'RUN a \\\n\n  b',
      'RUN <<EOF\nx\n# y\nEOF',
      'ENV A="b # c"',
      '# comment',
      '',
      '  USER app  ',
      'CMD ["a", "b"]',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, eol) => {
          const text = lines.join('\n').replaceAll('\n', eol);
          expect(byLine(text)).toEqual(oracle(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('places', () => {
  it.each(['\n', '\r\n'])('maps every word back to the file (line break %j)', (eol) => {
    const text = `\uFEFF${SAMPLE.replaceAll('\n', eol)}`;
    for (const { key, keyAt, value } of entries(read(text).roots[0])) {
      expect(text.slice(keyAt.start, keyAt.end).toUpperCase()).toBe(key);
      if (value.type !== 'scalar') continue;
      for (const word of value.text.matchAll(/\S+/g)) {
        const at = sourceRange(file, value, word.index, word.index + word[0].length);
        if (word[0] !== '"x' && word[0] !== 'y"')
          expect(text.slice(at.start, at.end)).toBe(word[0]);
      }
    }
  });

  it('covers comments, also those inside an instruction', () => {
    const { comments } = read(SAMPLE);
    expect(comments.map(({ start, end }) => SAMPLE.slice(start, end))).toEqual([
      '# syntax=docker/dockerfile:1',
      '# a comment',
      '# inside',
    ]);
  });
});

it('never throws and stays inside the text', () => {
  const soup = fc.string({
    unit: fc.constantFrom(
      'RUN ',
      'FROM',
      '\\',
      '`',
      '\n',
      '\r',
      ' ',
      '#',
      '<<',
      'E',
      '"',
      "'",
      '\uFEFF',
      'escape=',
    ),
  });
  fc.assert(
    fc.property(soup, (text) => {
      for (const { keyAt, value } of entries(read(text).roots[0])) {
        for (const { start, end } of [keyAt, value.at])
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        if (value.type !== 'scalar') continue;
        for (const [index, char] of [...value.text].entries()) {
          const at = sourceRange(file, value, index, index + 1);
          expect(text.slice(at.start, at.end)).toBe(char);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
