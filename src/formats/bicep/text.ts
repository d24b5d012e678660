import type { Expression } from './ast.ts';
import type { Cursor } from './cursor.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A text in quotes, with the expressions inside of it. */
export function readText(cursor: Cursor, inner: () => Expression): Expression {
  const start = cursor.position;
  if (!cursor.isTemplate && cursor.take("'''")) {
    const end = cursor.text.indexOf("'''", cursor.position);
    const stop = end < 0 ? cursor.text.length : end;
    const value = cursor.text.slice(cursor.position, stop).replace(/^\n/, '');
    cursor.position = Math.min(stop + 3, cursor.text.length);
    return { type: 'literal', value, at: cursor.range(start) };
  }
  cursor.take("'");
  const parts: Expression[] = [];
  let plain = '';
  while (!cursor.isAtEnd) {
    const run = cursor.match(/[^'\\$\n]+/y);
    if (run !== null) {
      plain += run;
    } else if (cursor.take("'")) {
      if (!cursor.isTemplate || !cursor.take("'")) break;
      plain += "'";
    } else if (!cursor.isTemplate && cursor.take('\\')) {
      const letter = cursor.text[cursor.position] ?? '';
      cursor.position += 1;
      plain += escapes[letter] ?? letter;
    } else if (!cursor.isTemplate && cursor.take('${')) {
      parts.push({ type: 'literal', value: plain, at: cursor.range(start) });
      plain = '';
      cursor.skip(true);
      parts.push(inner());
      cursor.skip(true);
      cursor.match(/[^}\n']*\}/y);
    } else if (cursor.text[cursor.position] === '\n') {
      // The quote that should end it is missing.
      break;
    } else {
      plain += cursor.text[cursor.position] ?? '';
      cursor.position += 1;
    }
  }
  const at = cursor.range(start);
  const last: Expression = { type: 'literal', value: plain, at };
  return parts.length === 0 ? last : { type: 'text', parts: [...parts, last], at };
}
