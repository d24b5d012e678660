import { lineEnd, MAX_DEPTH } from '../positions.ts';

/** What is found in a JSON text without parsing it. */
export interface JsonScan {
  /** Half-open ranges, in order. */
  readonly comments: readonly (readonly [start: number, end: number])[];
  /** Offset of the bracket that nests too deeply for a parser that recurses, or -1. */
  readonly tooDeepAt: number;
}

/** Finds comments and nesting. Reads on where a parser would stop. */
export function scan(text: string): JsonScan {
  const comments: (readonly [number, number])[] = [];
  let depth = 0;
  let tooDeepAt = -1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 34: // "
        at = endOfString(text, at + 1);
        break;
      case 47: {
        const end = endOfComment(text, at);
        if (end > at) comments.push([at, end]);
        at = Math.max(at, end - 1);
        break;
      }
      case 91: // [
      case 123: // {
        depth += 1;
        if (depth > MAX_DEPTH && tooDeepAt < 0) tooDeepAt = at;
        break;
      case 93: // ]
      case 125: // }
        depth -= 1;
        break;
    }
  }
  return { comments, tooDeepAt };
}

/** Offset of the closing quote, or of the line break that ends a string nobody closed. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 34 || char === 10 || char === 13) return at;
    const next = text.charCodeAt(at + 1);
    if (char === 92 && next !== 10 && next !== 13) at += 1;
  }
  return text.length;
}

function endOfComment(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 47) return lineEnd(text, at);
  if (next !== 42) return at;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}
