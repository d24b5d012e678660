import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShellDocument } from '../../model/document.ts';
import { parseShell } from './parse.ts';

/** Every range of the document. */
function places(document: ShellDocument) {
  const found: { start: number; end: number }[] = [...document.comments];
  for (const problem of document.problems) found.push(problem.at);
  for (const command of document.commands) {
    found.push(command.at, ...command.words.map(({ at }) => at));
    for (const { at, value } of command.assignments) found.push(at, value.at);
    for (const { at, target, body } of command.redirects) found.push(at, target.at, body?.at ?? at);
  }
  return found;
}

describe('hostile input', () => {
  it('never throws, and every range stays inside the text', () => {
    const unit = fc.constantFrom(
      ...[
        'a',
        ' ',
        '\n',
        '\r\n',
        '"',
        "'",
        '`',
        '\\',
        '$',
        '${',
        '}',
        '(',
        ')',
        '$(',
        '${{',
        '}}',
        '|',
        '&&',
        ';',
        '#',
      ],
      ...[
        '<<E',
        'E',
        '>',
        'if ',
        'then ',
        'fi',
        'bash -c ',
        'eval ',
        'ssh h ',
        "$'",
        '\uFEFF',
        '=',
        '[[',
        ']]',
        '{ ',
        '*',
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const document = parseShell(text);
        for (const { start, end } of places(document)) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['open substitutions', 'echo $('.repeat(10_000)],
    ['substitutions', `${'$(a '.repeat(10_000)}${')'.repeat(10_000)}`],
    ['parentheses', '('.repeat(10_000)],
    ['braces', '{ '.repeat(10_000)],
    ['tests', 'if '.repeat(10_000)],
    ['backticks', '`'.repeat(10_001)],
    ['expansions', `echo ${'${a:-'.repeat(10_000)}`],
    ['evals', 'eval '.repeat(10_000)],
    ['template expressions', '${{ '.repeat(100_000)],
    ['hashes', '#'.repeat(100_000)],
    ['conditions', 'a && '.repeat(20_000)],
  ])('survives ten thousand %s', (_, text) => {
    for (const { start, end } of places(parseShell(text)))
      expect(start <= end && end <= text.length).toBe(true);
  });
});
