import type { EmbeddedText } from '../../model/document.ts';
import { appendDecoded, appendSlice, finishText, mappedText, verbatim } from '../positions.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Decodes a JSON string that stands, quotes included, in a half-open range. A wrong escape stands for itself. */
export function stringText(source: string, start: number, end: number): EmbeddedText {
  const from = start + 1;
  const isClosed = end - start > 1 && source.charAt(end - 1) === '"';
  const to = Math.max(from, isClosed ? end - 1 : end);
  const raw = source.slice(from, to);
  let slash = raw.indexOf('\\');
  if (slash < 0) return verbatim(source, from, to);
  const text = mappedText();
  let done = 0;
  while (slash >= 0) {
    appendSlice(text, source, from + done, from + slash);
    const [decoded, length] = decodeEscape(raw, slash);
    appendDecoded(text, decoded, from + slash);
    done = slash + length;
    slash = raw.indexOf('\\', done);
  }
  appendSlice(text, source, from + done, to);
  return finishText(text, from);
}

function decodeEscape(raw: string, at: number): readonly [decoded: string, length: number] {
  const char = raw.charAt(at + 1);
  const simple = ESCAPES[char];
  if (simple !== undefined) return [simple, 2];
  const digits = raw.slice(at + 2, at + 6);
  if (char === 'u' && /^[0-9a-fA-F]{4}$/.test(digits))
    return [String.fromCharCode(Number.parseInt(digits, 16)), 6];
  return ['\\', 1];
}
