import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { EmbeddedText } from '../../model/document.ts';
import {
  appendDecoded,
  appendSlice,
  finishText,
  type MappedText,
  mappedText,
  verbatim,
} from '../positions.ts';

type BlockScalar = Pick<ScalarEvent, 'valueStart' | 'valueEnd' | 'indent' | 'chomping'>;

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const KEEP = 3;
const STRIP = 2;

/** A scalar as its reader sees it: unquoted, unescaped, folded, without indentation, with the way back. */
export function scalarText(source: string, scalar: ScalarEvent): EmbeddedText {
  const { valueStart: start, valueEnd: end } = scalar;
  if (scalar.fast) return verbatim(source, start, end);
  switch (scalar.style) {
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return blockText(source, scalar, scalar.style === SCALAR_STYLE.FOLDED_BLOCK);
    case SCALAR_STYLE.PLAIN:
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return flowText(source, start, end, scalar.style);
  }
}

function flowText(source: string, start: number, end: number, style: number): EmbeddedText {
  const raw = source.slice(start, end);
  const special = specialOf(style);
  if (!special.test(raw)) return verbatim(source, start, end);
  const text = mappedText();
  let from = start;
  for (;;) {
    special.lastIndex = from - start;
    const match = special.exec(raw);
    if (match === null) break;
    const at = start + match.index;
    const char = source.charAt(at);
    if (char === '\\') {
      appendSlice(text, source, from, at);
      from = appendEscape(text, source, at, end);
    } else if (char === "'") {
      appendSlice(text, source, from, at + 1);
      from = at + 2;
    } else {
      appendSlice(text, source, from, trimBlanks(source, from, at));
      from = appendFold(text, source, at, end);
    }
  }
  appendSlice(text, source, Math.min(from, end), end);
  return finishText(text, start);
}

/** Characters that do not stand for themselves. Made anew: a shared one would carry `lastIndex` from call to call. */
function specialOf(style: number): RegExp {
  if (style === SCALAR_STYLE.DOUBLE_QUOTED) return /[\\\r\n]/g;
  return style === SCALAR_STYLE.SINGLE_QUOTED ? /['\r\n]/g : /[\r\n]/g;
}

function trimBlanks(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && (source.charCodeAt(end - 1) === 32 || source.charCodeAt(end - 1) === 9))
    end -= 1;
  return end;
}

/** One line break is a blank; each further one is a line break. */
function appendFold(text: MappedText, source: string, at: number, end: number): number {
  const next = skipBreaks(source, at, end);
  appendDecoded(text, next.breaks === 1 ? ' ' : '\n'.repeat(next.breaks - 1), at);
  return next.at;
}

function skipBreaks(
  source: string,
  from: number,
  end: number,
): { readonly at: number; readonly breaks: number } {
  let at = from;
  let breaks = 0;
  for (; at < end; at += 1) {
    const char = source.charCodeAt(at);
    if (char === 13 && source.charCodeAt(at + 1) === 10) continue;
    if (char === 10 || char === 13) breaks += 1;
    else if (char !== 32 && char !== 9) break;
  }
  return { at, breaks };
}

function appendEscape(text: MappedText, source: string, at: number, end: number): number {
  const char = source.charAt(at + 1);
  if (char === '\n' || char === '\r') return skipBreaks(source, at + 1, end).at;
  const simple = ESCAPES[char];
  if (simple !== undefined) {
    appendDecoded(text, simple, at);
    return at + 2;
  }
  const digits = source.slice(at + 2, Math.min(end, at + 2 + (HEX_LENGTH[char] ?? 0)));
  const code = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff || digits.length !== HEX_LENGTH[char]) {
    appendSlice(text, source, at, Math.min(end, at + 2)); // no escape at all: only broken files get here
    return at + 2;
  }
  appendDecoded(text, String.fromCodePoint(code), at);
  return at + 2 + digits.length;
}

interface Line {
  /** Where the content starts, indentation left out. */
  readonly start: number;
  readonly end: number;
}

function blockText(source: string, scalar: BlockScalar, folded: boolean): EmbeddedText {
  const text = mappedText();
  let hasContent = false;
  let empty: Line[] = [];
  let wasIndented = false;
  let previousEnd = scalar.valueStart;
  for (const line of blockLines(source, scalar)) {
    if (line.start >= line.end) {
      empty.push(line);
      continue;
    }
    const first = source.charCodeAt(line.start);
    const isIndented = first === 32 || first === 9;
    const folds = folded && hasContent && !isIndented && !wasIndented;
    if (folds && empty.length === 0) appendDecoded(text, ' ', previousEnd);
    else if (hasContent && !folds) appendDecoded(text, '\n', previousEnd);
    for (const blank of empty) appendDecoded(text, '\n', blank.end);
    appendSlice(text, source, line.start, line.end);
    hasContent = true;
    wasIndented = isIndented;
    previousEnd = line.end;
    empty = [];
  }
  if (scalar.chomping !== STRIP && hasContent) appendDecoded(text, '\n', previousEnd);
  if (scalar.chomping === KEEP) for (const blank of empty) appendDecoded(text, '\n', blank.end);
  return finishText(text, scalar.valueStart);
}

function* blockLines(source: string, scalar: BlockScalar): Generator<Line> {
  const end = scalar.valueEnd;
  const indent = Math.max(0, scalar.indent);
  let at = scalar.valueStart;
  while (at < end) {
    const stop = endOfLine(source, at, end);
    let start = at;
    while (start < stop && start - at < indent && source.charCodeAt(start) === 32) start += 1;
    // Without a content line there is no indentation to tell content from: all lines are blank.
    yield { start: scalar.indent < 0 ? stop : start, end: stop };
    at = stop + (source.charCodeAt(stop) === 13 && source.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
}

function endOfLine(source: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    const char = source.charCodeAt(at);
    if (char === 10 || char === 13) return at;
  }
  return limit;
}
