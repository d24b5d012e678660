import { MAX_DEPTH } from '../positions.ts';

/** What ends the part of a text in which brackets mean nothing, by what starts it. */
const ENDS: Readonly<Record<string, RegExp>> = {
  '"""': /\\[\s\S]|"""/g,
  "'''": /'''/g,
  '"': /\\.|["\r\n]/g,
  "'": /['\r\n]/g,
  '#': /[\r\n]/g,
};

/** Offset of the first bracket that nests deeper than a recursive parser should go, or -1. */
export function deepBracket(text: string): number {
  const token = /"""|'''|["'#[\]{}]/g;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const start = match[0];
    const end = ENDS[start];
    if (end !== undefined) token.lastIndex = skip(text, token.lastIndex, end);
    else if (start === '[' || start === '{') depth += 1;
    else depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return match.index;
  }
  return -1;
}

function skip(text: string, from: number, end: RegExp): number {
  end.lastIndex = from;
  let match = end.exec(text);
  while (match?.[0].startsWith('\\') === true) match = end.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}
