import type { OffsetPair } from '../../model/document.ts';

/** Part of a string: text with the way back to the file, or what only a run can tell. */
export type PythonPiece =
  | { readonly kind: 'text'; readonly text: string; readonly map: readonly OffsetPair[] }
  | { readonly kind: 'hole'; readonly name: string | null; readonly start: number };

/** A word, a string or a sign of a Python file. Comments are none; line ends count only outside of brackets. */
export interface PythonToken {
  readonly kind: 'name' | 'string' | 'number' | 'sign' | 'line';
  /** As written; of a string its prefix and quotes too. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of a string, its parts; else empty. */
  readonly pieces: readonly PythonPiece[];
  /** Blanks before the first token of its line. */
  readonly indent: number;
}

/** Files beyond this are generated. */
const maxLength = 300_000;

const space = /[ \t\f\r]+|\\\r?\n/y;
const word = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const number = /(?:\d|\.\d)[\w.]*/y;
const quote = /([A-Za-z]{0,2})("""|'''|"|')/y;

/** The tokens of a Python file; none of one that is too long. What is broken ends at the end of its line. */
export function pythonTokens(text: string): readonly PythonToken[] {
  if (text.length > maxLength) return [];
  const tokens: PythonToken[] = [];
  let at = 0;
  let depth = 0;
  let indent = indentAt(text, 0);
  const push = (kind: PythonToken['kind'], end: number, pieces: readonly PythonPiece[] = []) => {
    tokens.push({ kind, text: text.slice(at, end), start: at, end, pieces, indent });
    at = end;
  };
  while (at < text.length) {
    const blank = endOf(space, text, at);
    if (blank > at) {
      at = blank;
      continue;
    }
    const character = text[at] ?? '';
    if (character === '#') {
      const line = text.indexOf('\n', at);
      at = line < 0 ? text.length : line;
      continue;
    }
    if (character === '\n') {
      if (depth === 0) push('line', at + 1);
      else at += 1;
      if (depth === 0) indent = indentAt(text, at);
      continue;
    }
    quote.lastIndex = at;
    const opened = quote.exec(text);
    if (opened !== null && /^(?:[rbuft]|[rbft]{2})?$/i.test(opened[1] ?? '')) {
      const read = readString(text, at, opened[1] ?? '', opened[2] ?? '"');
      push('string', read.end, read.pieces);
      continue;
    }
    const name = endOf(word, text, at);
    const digits = endOf(number, text, at);
    if (name > at) push('name', name);
    else if (digits > at) push('number', digits);
    else {
      if ('([{'.includes(character)) depth += 1;
      if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
      push('sign', at + 1);
    }
  }
  return tokens;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function indentAt(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return end - at;
}

/** What a backslash and the letter after it stand for; others stay as they are. */
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

function readString(
  text: string,
  start: number,
  prefix: string,
  mark: string,
): { readonly end: number; readonly pieces: readonly PythonPiece[] } {
  const isRaw = /r/i.test(prefix);
  const isFormat = /[ft]/i.test(prefix);
  const pieces: PythonPiece[] = [];
  let at = start + prefix.length + mark.length;
  let out = '';
  let map: OffsetPair[] = [[0, at]];
  const flush = () => {
    if (out !== '') pieces.push({ kind: 'text', text: out, map });
    out = '';
    map = [];
  };
  while (at < text.length) {
    const character = text[at] ?? '';
    if (text.startsWith(mark, at)) {
      flush();
      return { end: at + mark.length, pieces };
    }
    if (character === '\n' && mark.length === 1) break;
    if (character === '\\' && !isRaw) {
      const next = text[at + 1] ?? '';
      out += escapes[next] ?? `\\${next}`;
      at += 2;
      map.push([out.length, at]);
    } else if (isFormat && (character === '{' || character === '}')) {
      if (text[at + 1] === character) {
        out += character;
        at += 2;
        map.push([out.length, at]);
        continue;
      }
      flush();
      const close = holeEnd(text, at + 1);
      const written = text
        .slice(at + 1, close)
        .replace(/[!:].*$/s, '')
        .trim();
      pieces.push({ kind: 'hole', name: /^\w+$/.test(written) ? written : null, start: at });
      at = close + 1;
      map = [[0, at]];
    } else {
      if (map.length === 0) map.push([0, at]);
      out += character;
      at += 1;
    }
  }
  flush();
  return { end: at, pieces };
}

function holeEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length && at < from + 500; at += 1) {
    const character = text[at];
    if (character === '\n') return at - 1;
    if (character === '{') depth += 1;
    else if (character === '}') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return Math.min(text.length, from + 500);
}
