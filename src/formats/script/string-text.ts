import type { EmbeddedText } from '../../model/document.ts';
import { appendDecoded, appendSlice, finishText, mappedText } from '../positions.ts';

const SINGLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
};
const SPECIAL =
  /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{1,2})|(\r\n|[\s\S]))|\r\n?/g;

/**
 * Text of a string or template literal between its quotes, escapes decoded unless `isRaw`. Line breaks are normalised
 * as the language does. `expected` is the parser's own value; where both differ, it wins and offsets are coarse.
 */
export function literalSource(
  source: string,
  start: number,
  end: number,
  expected: string,
  isRaw: boolean,
): EmbeddedText {
  const decoded = mappedText();
  let from = start;
  const inner = source.slice(start, end);
  if (/[\\\r]/.test(inner)) {
    for (const match of inner.matchAll(SPECIAL)) {
      if (isRaw && match[0].startsWith('\\')) continue;
      const offset = start + match.index;
      appendSlice(decoded, source, from, offset);
      appendDecoded(decoded, meaning(match), offset);
      from = offset + match[0].length;
    }
  }
  appendSlice(decoded, source, from, end);
  const text = finishText(decoded, start);
  return text.text === expected ? text : { text: expected, map: [[0, start]] };
}

function meaning([whole, braced, four, two, octal, other]: RegExpExecArray): string {
  const hex = braced ?? four ?? two;
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  }
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (other === undefined) return '\n';
  return /[\r\n\u2028\u2029]/.test(other) ? '' : (SINGLE[other] ?? other);
}
