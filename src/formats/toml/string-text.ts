import type { EmbeddedText } from '../../model/document.ts';
import { appendDecoded, appendSlice, finishText, mappedText, verbatim } from '../positions.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Decodes a well-formed TOML string that stands, quotes included, in a half-open range.
 * @see https://toml.io/en/v1.0.0#string
 */
export function stringText(
  source: string,
  start: number,
  end: number,
  form: { readonly isBasic: boolean; readonly isMultiline: boolean },
): EmbeddedText {
  const quotes = form.isMultiline ? 3 : 1;
  let from = start + quotes;
  const to = Math.max(from, end - quotes);
  if (form.isMultiline) from += lineBreak(source, from);
  const raw = source.slice(from, to);
  const special = form.isBasic ? /\\|\r\n/g : /\r\n/g;
  if (!special.test(raw)) return verbatim(source, from, to);
  const text = mappedText();
  let done = from;
  for (;;) {
    special.lastIndex = done - from;
    const match = special.exec(raw);
    if (match === null) break;
    const at = from + match.index;
    appendSlice(text, source, done, at);
    const [decoded, length] =
      match[0] === '\r\n' ? (['\n', 2] as const) : decodeEscape(source, at, to);
    appendDecoded(text, decoded, at);
    done = at + length;
  }
  appendSlice(text, source, done, to);
  return finishText(text, from);
}

/** Length of the line break at this offset. */
function lineBreak(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return 2;
  return source.charAt(at) === '\n' ? 1 : 0;
}

function decodeEscape(
  source: string,
  at: number,
  end: number,
): readonly [decoded: string, length: number] {
  const char = source.charAt(at + 1);
  const simple = ESCAPES[char];
  if (simple !== undefined) return [simple, 2];
  const hex = HEX_LENGTH[char];
  if (hex !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + hex), 16);
    return [code <= 0x10ffff ? String.fromCodePoint(code) : '', 2 + hex];
  }
  // A backslash at the end of a line swallows all white space up to the next word.
  const space = /\s*/y;
  space.lastIndex = at + 1;
  return ['', 1 + Math.min(space.exec(source)?.[0].length ?? 0, end - at - 1)];
}
