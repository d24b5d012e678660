import type { DataEntry, DataNode, ParseProblem } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { appendDecoded, appendSlice, finishText, mappedText } from '../positions.ts';

const NAME = /(export[^\S\r\n]+)?([\w.-]+)(?:[^\S\r\n]*=|:(?!\S))[^\S\r\n]*/y;
const BLANK = /\s*/y;
/** What may follow a closing quote: blanks and a comment up to the end of the line. */
const AFTER_QUOTE = /[^\S\r\n]*(#[^\r\n]*)?(?=[\r\n]|$)/y;
const PLAIN = /[^#\r\n]*/y;
const LINE = /[^\r\n]*/y;
/** `$$` and `\$` are dollars; `$(command)` runs at run time but names nothing. */
const EXPANSION = /\\\$|\$\$|\$\{([A-Za-z_]\w*)|\$([A-Za-z_]\w*)|\$\(|\$\{/g;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  '"': '"',
  '\\': '\\',
  $: '$',
};

/** A value and where the line goes on behind it. */
interface ReadValue {
  readonly node: DataNode;
  readonly end: number;
}

/**
 * Reads a dotenv file into one map, in source order and with duplicates. Values are strings; one that expands
 * a variable or a command becomes an expression whose text excludes the quotes, whose range includes them.
 * A line that is no assignment is a problem.
 * @see https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow
 */
export const parse: Parse = (file, text) => {
  const entries: DataEntry[] = [];
  const comments: SourceRange[] = [];
  const problems: ParseProblem[] = [];
  let offset = matchEnd(BLANK, text, 0);
  while (offset < text.length) {
    NAME.lastIndex = offset;
    const [, prefix = '', key] = NAME.exec(text) ?? [];
    if (key !== undefined) {
      const start = offset + prefix.length;
      const value = readValue(file, text, NAME.lastIndex);
      const keyAt = { file, start, end: start + key.length };
      entries.push({ key, keyAt, labels: [], value: value.node });
      offset = value.end;
    }
    const restEnd = matchEnd(LINE, text, offset);
    const rest = text.slice(offset, restEnd).trimStart();
    const at = { file, start: restEnd - rest.length, end: restEnd };
    if (rest.startsWith('#')) comments.push(at);
    else if (key === undefined) problems.push({ at, message: 'not an assignment' });
    offset = matchEnd(BLANK, text, restEnd);
  }
  const root: DataNode = { type: 'map', entries, at: { file, start: 0, end: text.length } };
  return { shape: 'data', format: 'dotenv', file, text, comments, problems, roots: [root] };
};

function matchEnd(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  return sticky.test(text) ? sticky.lastIndex : offset;
}

function readValue(file: FilePath, text: string, start: number): ReadValue {
  const quote = text[start];
  const isQuote = quote === '"' || quote === "'" || quote === '`';
  const style = quote === '"' ? 'double' : 'literal';
  if (isQuote) {
    const close = closingQuote(text, start, quote);
    if (close >= 0) {
      const at = { file, start, end: close + 1 };
      return { node: node(text, start + 1, close, at, style), end: at.end };
    }
  }
  const end = matchEnd(PLAIN, text, start);
  const kept = start + text.slice(start, end).trimEnd().length;
  const at = { file, start, end: kept };
  // "$(dirname "$0")" is quoted although its first inner quote seems to close it.
  if (isQuote && kept > start + 1 && text[kept - 1] === quote) {
    return { node: node(text, start + 1, kept - 1, at, style), end };
  }
  return { node: node(text, start, kept, at, quote === '"' ? 'double' : 'plain'), end };
}

/** Offset of the quote that ends the value, -1 when the value is not quoted after all. */
function closingQuote(text: string, start: number, quote: string): number {
  let close = text.indexOf(quote, start + 1);
  while (close >= 0 && text[close - 1] === '\\' && isEscaped(text, start, close)) {
    close = text.indexOf(quote, close + 1);
  }
  if (close >= 0 && endsValue(text, close)) return close;
  // A last backslash, as in "C:\data\", escapes nothing when reading on leads nowhere.
  const first = text.indexOf(quote, start + 1);
  return first >= 0 && first !== close && endsValue(text, first) ? first : -1;
}

function isEscaped(text: string, start: number, offset: number): boolean {
  let backslashes = 0;
  while (offset - backslashes - 1 > start && text[offset - backslashes - 1] === '\\')
    backslashes += 1;
  return backslashes % 2 === 1;
}

function endsValue(text: string, close: number): boolean {
  AFTER_QUOTE.lastIndex = close + 1;
  return AFTER_QUOTE.test(text);
}

function node(
  text: string,
  start: number,
  end: number,
  at: SourceRange,
  style: 'double' | 'literal' | 'plain',
): DataNode {
  const inner = text.slice(start, end);
  if (style !== 'literal' && inner.includes('$')) {
    const found = [...inner.matchAll(EXPANSION)].filter(
      ([match]) => match !== '\\$' && match !== '$$',
    );
    const refs = found.flatMap(([, braced, bare]) => braced ?? bare ?? []);
    if (found.length > 0) return { type: 'expr', text: inner, refs, at };
  }
  const decoded = mappedText();
  let from = start;
  for (let offset = start; offset < end; offset += 1) {
    const unescaped =
      text[offset] === '\\' && style === 'double' ? ESCAPES[text[offset + 1] ?? ''] : undefined;
    const isBreak = text[offset] === '\r';
    if (!isBreak && (unescaped === undefined || offset + 1 >= end)) continue;
    appendSlice(decoded, text, from, offset);
    appendDecoded(decoded, unescaped ?? '\n', offset);
    if (!isBreak || text[offset + 1] === '\n') offset += 1;
    from = offset + 1;
  }
  appendSlice(decoded, text, from, end);
  const value = finishText(decoded, start);
  return { type: 'scalar', value: value.text, ...value, at };
}
