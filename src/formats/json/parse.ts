import { type ParseError, parseTree } from 'jsonc-parser';
import type { DataDocument, DataNode } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { withoutConflictMarkers } from '../conflict-markers.ts';
import { lineStart, MAX_LENGTH, MAX_PROBLEMS } from '../positions.ts';
import { buildTree } from './build-tree.ts';
import { scan } from './scan.ts';

interface Reading {
  readonly file: FilePath;
  readonly text: string;
  readonly roots: DataNode[];
  readonly problems: { readonly at: SourceRange; readonly message: string }[];
}

/** Error numbers of jsonc-parser, whose constants exist for the compiler only. */
const TEXT_AFTER_VALUE: number = 9;
const REASONS: Readonly<Record<number, string>> = {
  1: 'a symbol is not JSON',
  2: 'a number is malformed',
  3: 'a property name is missing',
  4: 'a value is missing',
  5: 'a colon is missing',
  6: 'a comma is missing',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  11: 'a comment is not closed',
  12: 'a string is not closed',
  13: 'a number is not finished',
  14: 'a Unicode escape is malformed',
  15: 'an escape is unknown',
  16: 'a character is not allowed',
};

/**
 * Reads JSON with comments and trailing commas. Values that follow each other, one per line or not, are one root each.
 * Keys keep their order and their duplicates; a key without a value is a problem and no entry.
 */
export const parse: Parse = (file, text) => {
  const { text: unmarked, markers } = withoutConflictMarkers(text);
  const reading: Reading = { file, text, roots: [], problems: [] };
  for (const [start, end] of markers)
    report(reading, start, end, 'A merge conflict is not resolved here.');
  if (text.length > MAX_LENGTH) {
    report(reading, 0, 0, 'Too long to read.');
    return documentOf(reading, []);
  }
  const { comments, tooDeepAt } = scan(unmarked);
  if (tooDeepAt >= 0)
    report(reading, tooDeepAt, tooDeepAt + 1, 'This nests too deeply; the rest was not read.');
  // The parser recurses, and an unfinished value still has all that precedes the cut.
  readValues(reading, tooDeepAt < 0 ? unmarked : unmarked.slice(0, tooDeepAt));
  return documentOf(
    reading,
    comments.map(([start, end]) => ({ file, start, end })),
  );
};

function documentOf(reading: Reading, comments: readonly SourceRange[]): DataDocument {
  const { file, text, roots, problems } = reading;
  const shown = problems.slice(0, MAX_PROBLEMS);
  return { shape: 'data', file, format: 'json', text, roots, comments, problems: shown };
}

function report(reading: Reading, start: number, end: number, message: string): void {
  const { file, text } = reading;
  const at = { file, start: Math.min(start, text.length), end: Math.min(end, text.length) };
  reading.problems.push({ at, message });
}

function readValues(reading: Reading, text: string): void {
  let from = text.startsWith('\ufeff') ? 1 : 0;
  while (from < text.length) {
    const errors: ParseError[] = [];
    const root = parseTree(text.slice(from), errors, {
      allowTrailingComma: true,
      allowEmptyContent: true,
    });
    if (root !== undefined) reading.roots.push(treeOf(reading, root, from));
    const next = errors.find((error) => error.error === TEXT_AFTER_VALUE);
    for (const error of errors) reportError(reading, error, from);
    const stop = next === undefined ? text.length : from + next.offset;
    if (root !== undefined && stop < text.length) reportJoined(reading, text, stop);
    // Where nothing is a value, go on after what was refused.
    const refused = errors.at(-1);
    const past = refused === undefined ? text.length : from + refused.offset + refused.length;
    from = Math.max(root === undefined ? past : stop, from + 1);
  }
}

function treeOf(reading: Reading, root: Parameters<typeof buildTree>[1], from: number): DataNode {
  const { file, text } = reading;
  const onMissing = (key: SourceRange) =>
    report(reading, key.start, key.end, 'This key has no value.');
  return buildTree({ file, text, onMissing }, root, from);
}

function reportError(reading: Reading, error: ParseError, from: number): void {
  const reason = REASONS[error.error];
  if (reason === undefined || reading.problems.length >= MAX_PROBLEMS) return;
  const start = from + error.offset;
  report(reading, start, start + error.length, `JSON is broken: ${reason}.`);
}

/** One value per line is a format of its own; anything else that follows a value is a slip. */
function reportJoined(reading: Reading, text: string, at: number): void {
  if (reading.problems.length >= MAX_PROBLEMS) return;
  const isFirstOfLine = text.slice(lineStart(text, at), at).trim() === '';
  if (isFirstOfLine && (text.charAt(at) === '{' || text.charAt(at) === '[')) return;
  report(reading, at, at + 1, 'JSON is broken: something follows the value.');
}
