import { appendDecoded, appendSlice, verbatim } from '../positions.ts';
import type { Expression } from './ast.ts';
import { type Cursor, fail } from './cursor.ts';
import { endRun, readMark, templateOf, textRun } from './template-marks.ts';
import { type Piece, trimmed } from './template-tree.ts';

const OPEN_STRING = 'A string is not closed.';
const UNKNOWN_ESCAPE = 'An escape is unknown.';

/** Reads a string in quotes. */
export function readQuoted(cursor: Cursor): Expression | null {
  const { text, at: start } = cursor;
  const from = start + 1;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      cursor.at = at + 1;
      const content = verbatim(text, from, at);
      return { kind: 'literal', value: content.text, content, start, end: at + 1 };
    }
    const isTemplate = (code === 36 || code === 37) && text.charCodeAt(at + 1) === 123;
    if (isTemplate || code === 92 || code === 10 || Number.isNaN(code)) break;
  }
  return readQuotedTemplate(cursor);
}

function readQuotedTemplate(cursor: Cursor): Expression | null {
  const { text, at: start } = cursor;
  const pieces: Piece[] = [];
  let run = textRun(start + 1);
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 34) break;
    if (code === 10 || Number.isNaN(code)) return fail(cursor, OPEN_STRING, start);
    if (code === 92) {
      const found = readEscape(cursor, at);
      if (found === null) return null;
      appendSlice(run.text, text, run.done, at);
      appendDecoded(run.text, found.decoded, at);
      at += found.length;
      run.done = at;
    } else if (code === 36 || code === 37) {
      const next = readMark(cursor, pieces, run, at);
      if (next === null) return null;
      at = next.at;
      run = next.run;
    } else {
      at += 1;
    }
  }
  endRun(pieces, run, text, at);
  cursor.at = at + 1;
  return templateOf(cursor, trimmed(pieces), start);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { u: 4, U: 8 };

interface Escape {
  readonly decoded: string;
  readonly length: number;
}

function readEscape(cursor: Cursor, at: number): Escape | null {
  const decoded = decodeEscape(cursor.text, at);
  if (decoded !== null) return decoded;
  if (!cursor.isTolerant) return fail(cursor, UNKNOWN_ESCAPE, at);
  cursor.problems.push({ start: at, end: at + 1, message: UNKNOWN_ESCAPE });
  return { decoded: '\\', length: 1 };
}

function decodeEscape(text: string, at: number): Escape | null {
  const char = text.charAt(at + 1);
  const simple = ESCAPES[char];
  if (simple !== undefined) return { decoded: simple, length: 2 };
  const digits = HEX_LENGTH[char] ?? 0;
  const hex = text.slice(at + 2, at + 2 + digits);
  if (digits === 0 || hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex)) return null;
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff) return null;
  return { decoded: String.fromCodePoint(code), length: 2 + digits };
}

/** Reads the rest of the text as a template that nothing quotes; backslashes mean themselves. */
export function readBareTemplate(cursor: Cursor): Expression | null {
  const { text, at: start } = cursor;
  const pieces: Piece[] = [];
  let run = textRun(start);
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code !== 36 && code !== 37) {
      at += 1;
      continue;
    }
    const next = readMark(cursor, pieces, run, at);
    if (next === null) return null;
    at = next.at;
    run = next.run;
  }
  endRun(pieces, run, text, text.length);
  cursor.at = text.length;
  return templateOf(cursor, trimmed(pieces), start);
}
