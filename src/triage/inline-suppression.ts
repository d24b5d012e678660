import type { FilePath, SourceRange } from '../model/source.ts';
import type { LineIndex } from '../report/lines.ts';
import { lineIndex, lineText } from '../report/lines.ts';
import { isIsoDate } from './iso-date.ts';

/** One `riskscan: allow` comment, whether it counts or not. */
export interface InlineSuppression {
  /** As written; may be unknown. */
  readonly check: string;
  readonly reason: string;
  /** As written; `null` when not given. */
  readonly until: string | null;
  /** The comment from its marker on. */
  readonly at: SourceRange;
  /** 1-based lines it speaks for, in its own file. */
  readonly lines: readonly number[];
  /** What is wrong with its wording, as a sentence; `null` when nothing is. */
  readonly problem: string | null;
}

const keyword = 'riskscan: allow';
const comment = /(?:^|[\s{])(#|\/\/|<!--|--|;|\/\*|\*)\s*riskscan: allow\b(.*)$/;
/** Characters of a decision that are read. */
const longest = 1_000;
/** How far down a comment's line may be, over other comments and blank lines never. */
const furthest = 10;

/** Finds the suppression comments of one file. Markdown has only HTML comments, and none inside a fenced block. */
export function inlineSuppressions(file: FilePath, text: string): readonly InlineSuppression[] {
  if (!text.includes(keyword)) return [];
  const isMarkdown = /\.(?:md|mdx|mdc|markdown)$/i.test(file);
  const index = lineIndex(text);
  const found: InlineSuppression[] = [];
  let isFenced = false;
  for (let line = 1; line <= index.starts.length; line += 1) {
    const content = lineText(index, line);
    if (isMarkdown && /^\s*(?:```|~~~)/.test(content)) isFenced = !isFenced;
    if (isFenced || !content.includes(keyword)) continue;
    const match = comment.exec(content);
    if (match === null || (isMarkdown && match[1] !== '<!--')) continue;
    const start = content.indexOf(match[1] ?? '', match.index);
    const offset = index.starts[line - 1] ?? 0;
    const at = { file, start: offset + start, end: offset + content.length };
    found.push({ ...parse(match[2] ?? ''), at, lines: linesOf(index, line, start) });
  }
  return found;
}

/** Reads ` <check-id> until 2027-01-31, reason` up to the comment's end. */
function parse(text: string): Omit<InlineSuppression, 'at' | 'lines'> {
  const body = text
    .slice(0, longest)
    .trimEnd()
    .replace(/(?:-->|\*\/\}?|#\})$/, '')
    .trim();
  const check = /^[^\s,;:]+(?=$|[\s,;:])/.exec(body)?.[0] ?? '';
  const rest = body.slice(check.length).trimStart();
  const term = /^until\s+([^\s,;:]+)/.exec(rest);
  const until = term?.[1] ?? null;
  const reason = rest
    .slice(term?.[0].length ?? 0)
    .replace(/^[\s,;:–—-]+/u, '')
    .trim();
  return { check, reason, until, problem: wordingProblem(check, until, reason) };
}

/** What keeps a decision from counting, as a sentence; `null` when nothing does. */
export function wordingProblem(check: string, until: string | null, reason: string): string | null {
  if (check === '') return 'It names no check.';
  if (until !== null && !isIsoDate(until)) return 'Its date must be a day such as 2027-01-31.';
  if (!/\p{L}{2}/u.test(reason)) return 'It gives no reason.';
  return null;
}

/** Its own line, and for a comment that stands alone the next line that is no comment. */
function linesOf(index: LineIndex, line: number, start: number): readonly number[] {
  if (!/^\s*\{?$/.test(lineText(index, line).slice(0, start))) return [line];
  const lines = [line];
  for (let next = line + 1; next <= line + furthest && next <= index.starts.length; next += 1) {
    lines.push(next);
    if (!/^\s*(?:#|\/\/|<!--|--|;|\/\*|\*)/.test(lineText(index, next))) break;
  }
  return lines;
}
