import { lineEnd } from '../positions.ts';
import type { Expression } from './ast.ts';

/** What could not be read, and where. */
export interface Failure {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Reads one value; on failure `null`, with the reason noted in the cursor. */
export type ReadExpression = (cursor: Cursor) => Expression | null;

/** Where reading stands. All offsets are UTF-16 offsets into `text`. */
export interface Cursor {
  readonly text: string;
  /** Look for where damage ends, by indentation, instead of stopping at the first failure. */
  readonly isTolerant: boolean;
  /** Handed down because collections and templates hold expressions, and expressions hold them. */
  readonly readExpression: ReadExpression;
  readonly comments: (readonly [start: number, end: number])[];
  readonly problems: Failure[];
  at: number;
  /** Start of the line that holds `at`. */
  line: number;
  /** Line breaks are white space here, as they are inside of brackets. */
  spansLines: boolean;
  depth: number;
  /** The first failure that nobody has dealt with yet. */
  failure: Failure | null;
  /** Last line that could end a here-document, by marker; filled when first asked for. */
  markers: ReadonlyMap<string, number> | null;
  /** False once a comment was met that nothing ends. */
  canEndComment: boolean;
  /** Blanks at the start of the line at `indentLine`, counted once for each line. */
  indent: number;
  indentLine: number;
}

const OPEN_COMMENT = 'A comment is not closed.';
export const TOO_DEEP = 'This nests too deeply.';

/** A cursor at an offset. */
export function cursorAt(
  text: string,
  at: number,
  readExpression: ReadExpression,
  isTolerant = false,
): Cursor {
  return {
    text,
    isTolerant,
    readExpression,
    comments: [],
    problems: [],
    at,
    line: 0,
    spansLines: false,
    depth: 0,
    failure: null,
    markers: null,
    canEndComment: true,
    indent: 0,
    indentLine: -1,
  };
}

/** Notes a failure, unless an earlier one is still open; always `null`. */
export function fail(cursor: Cursor, message: string, start = cursor.at): null {
  cursor.failure ??= { start, end: Math.min(start + 1, cursor.text.length), message };
  return null;
}

/** Moves over blanks and comments, and over line breaks where they mean nothing. */
export function skip(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code === 32 || code === 9 || code === 13) {
      cursor.at += 1;
    } else if (code === 10) {
      if (!cursor.spansLines) return;
      cursor.at += 1;
      cursor.line = cursor.at;
    } else if (code === 35 || code === 47) {
      if (!skipComment(cursor, code)) return;
    } else if (code === 0xfeff && cursor.at === 0) {
      cursor.at = 1;
    } else {
      return;
    }
  }
}

function skipComment(cursor: Cursor, code: number): boolean {
  const { text, at } = cursor;
  const next = code === 35 ? 47 : text.charCodeAt(at + 1);
  if (next === 47) {
    skipLineComment(cursor);
    return true;
  }
  if (next !== 42) return false;
  const close = cursor.canEndComment ? text.indexOf('*/', at + 2) : -1;
  if (close < 0) {
    cursor.canEndComment = false;
    if (!cursor.isTolerant) fail(cursor, OPEN_COMMENT);
    cursor.problems.push({ start: at, end: at + 2, message: OPEN_COMMENT });
    skipLineComment(cursor);
    return true;
  }
  cursor.comments.push([at, close + 2]);
  const lastBreak = text.slice(at, close).lastIndexOf('\n');
  if (lastBreak >= 0) cursor.line = at + lastBreak + 1;
  cursor.at = close + 2;
  return true;
}

function skipLineComment(cursor: Cursor): void {
  const end = lineEnd(cursor.text, cursor.at);
  cursor.comments.push([cursor.at, end]);
  cursor.at = end;
}

const START = 1;
const PART = 2;
const ASCII_NAMES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) return START | PART;
  return /[0-9-]/.test(char) ? PART : 0;
});
const UNICODE_START = /^\p{ID_Start}$/u;
const UNICODE_PART = /^\p{ID_Continue}$/u;

/** Whether a name starts at this offset. */
export function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ((ASCII_NAMES[code] ?? 0) & START) !== 0;
  return UNICODE_START.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Offset behind the name that starts at this offset; the offset itself where none does. */
export function nameEnd(text: string, at: number): number {
  if (!isNameStart(text, at)) return at;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (((ASCII_NAMES[code] ?? 0) & PART) === 0) return end;
      end += 1;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (end >= text.length || !UNICODE_PART.test(char)) return end;
    end += char.length;
  }
}

/** Reads a name, moving over the blanks before it; `null` where none stands. */
export function readName(cursor: Cursor): string | null {
  skip(cursor);
  const end = nameEnd(cursor.text, cursor.at);
  if (end === cursor.at) return null;
  const name = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return name;
}

/** Moves over one character, and the blanks before it, if it is this one. */
export function take(cursor: Cursor, code: number): boolean {
  skip(cursor);
  if (cursor.text.charCodeAt(cursor.at) !== code) return false;
  cursor.at += 1;
  return true;
}

/** Blanks at the start of the cursor's line. */
export function indentOf(cursor: Cursor): number {
  if (cursor.indentLine !== cursor.line) {
    cursor.indent = firstWord(cursor.text, cursor.line) - cursor.line;
    cursor.indentLine = cursor.line;
  }
  return cursor.indent;
}

/** Offset of the first character of a line that is no blank. */
export function firstWord(text: string, line: number): number {
  let at = line;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13) return at;
    at += 1;
  }
}
