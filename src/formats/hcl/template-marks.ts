import {
  appendDecoded,
  appendSlice,
  finishText,
  type MappedText,
  mappedText,
} from '../positions.ts';
import type { Expression, LiteralExpression } from './ast.ts';
import { type Cursor, fail, readName, take } from './cursor.ts';
import { readForHead } from './read-collection.ts';
import { type Piece, type SequencePiece, templateParts } from './template-tree.ts';

/** Literal text under construction; `done` is how far the source is used up. */
export interface TextRun {
  readonly start: number;
  readonly text: MappedText;
  done: number;
}

/** Starts a text. */
export function textRun(start: number): TextRun {
  return { start, text: mappedText(), done: start };
}

/** Adds what was read of a text to the pieces, up to an offset. */
export function endRun(pieces: Piece[], run: TextRun, source: string, end: number): void {
  appendSlice(run.text, source, run.done, end);
  if (run.text.text === '') return;
  const { text, map } = finishText(run.text, run.start);
  pieces.push({ kind: 'text', text, map, start: run.start, end });
}

/** Deals with a `$` or `%`: an escaped template, a template, or just itself. */
export function readMark(
  cursor: Cursor,
  pieces: Piece[],
  run: TextRun,
  at: number,
): { readonly at: number; readonly run: TextRun } | null {
  const { text } = cursor;
  const next = text.charCodeAt(at + 1);
  if (next === text.charCodeAt(at) && text.charCodeAt(at + 2) === 123) {
    appendSlice(run.text, text, run.done, at);
    appendDecoded(run.text, text.slice(at + 1, at + 3), at);
    run.done = at + 3;
    return { at: at + 3, run };
  }
  if (next !== 123) return { at: at + 1, run };
  endRun(pieces, run, text, at);
  cursor.at = at;
  const sequence = readSequence(cursor);
  if (sequence === null) return null;
  pieces.push(sequence);
  return { at: cursor.at, run: textRun(cursor.at) };
}

/** Reads `${ … }` or `%{ … }` and stops behind it. */
function readSequence(cursor: Cursor): SequencePiece | null {
  const { text, at: start, spansLines } = cursor;
  const trimsBefore = text.charCodeAt(start + 2) === 126;
  cursor.at = start + (trimsBefore ? 3 : 2);
  cursor.spansLines = true;
  const content = text.charCodeAt(start) === 36 ? readValue(cursor) : readDirective(cursor);
  if (content === null) return null;
  const trimsAfter = take(cursor, 126);
  if (text.charCodeAt(cursor.at) !== 125) return fail(cursor, 'A template is not closed.');
  cursor.at += 1;
  cursor.spansLines = spansLines;
  return { ...content, trimsBefore, trimsAfter, start, end: cursor.at };
}

type WithoutPlace<Sequence> = Sequence extends SequencePiece
  ? Omit<Sequence, 'start' | 'end' | 'trimsBefore' | 'trimsAfter'>
  : never;
type SequenceContent = WithoutPlace<SequencePiece>;

function readValue(cursor: Cursor): SequenceContent | null {
  const value = cursor.readExpression(cursor);
  return value === null ? null : { kind: 'interpolation', value };
}

function readDirective(cursor: Cursor): SequenceContent | null {
  const word = readName(cursor);
  switch (word) {
    case 'if': {
      const condition = cursor.readExpression(cursor);
      return condition === null ? null : { kind: 'if', condition };
    }
    case 'for': {
      const head = readForHead(cursor);
      return head === null ? null : { kind: 'for', ...head };
    }
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: word };
    default:
      return fail(cursor, 'A template directive is unknown.');
  }
}

/** The expression that pieces amount to; it ends at the cursor. */
export function templateOf(
  cursor: Cursor,
  pieces: readonly Piece[],
  start: number,
): Expression | null {
  const parts = templateParts(cursor, pieces);
  if (parts === null) return null;
  const [only] = parts;
  const end = cursor.at;
  if (only === undefined) return emptyString(start, end);
  if (only.kind === 'literal' && parts.length === 1) return { ...only, start, end };
  return { kind: 'template', parts, start, end };
}

function emptyString(start: number, end: number): LiteralExpression {
  const content = { text: '', map: [[0, Math.min(start + 1, end)] as const] };
  return { kind: 'literal', value: '', content, start, end };
}
