import { lineEnd, lineStart } from '../positions.ts';
import { type Cursor, firstWord, indentOf, isNameStart, nameEnd } from './cursor.ts';

/** A body that is being read, as far as its layout tells where it must end. */
export interface Layout {
  /** Indentation of the line its header stands on, -1 for the body of the file. */
  readonly outer: number;
  /** Start of that line. */
  readonly openedOn: number;
  readonly depth: number;
  /** Column of its first item on a line of its own, -1 until that is met. */
  inner: number;
}

/** Words that open a block at the left margin of a file, with the labels they have there. */
const TOP_LEVEL: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  action: 2,
  list: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  check: 1,
  run: 1,
  include: 1,
  dependency: 1,
  generate: 1,
  unit: 1,
  stack: 1,
  source: 2,
  job: 1,
  target: 1,
  group: 1,
  path: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
  remote_state: 0,
  dependencies: 0,
  build: 0,
  packer: 0,
};

/** Whether the item at the cursor stands so far left that the body must have ended before it: its brace is missing. */
export function isOutside(cursor: Cursor, layout: Layout): boolean {
  if (layout.outer < 0 || cursor.line === layout.openedOn) return false;
  const { text, at } = cursor;
  const column = at - cursor.line;
  if (column === 0 && isTopLevelHeader(text, at)) return true;
  if (indentOf(cursor) !== column) return false;
  if (text.charCodeAt(at) === 125) return isIndented(layout) && column < layout.outer;
  if (!looksLikeItem(text, at)) return false;
  if (layout.inner < 0) layout.inner = column;
  return isIndented(layout) && column <= layout.outer;
}

function isIndented(layout: Layout): boolean {
  return layout.inner > layout.outer;
}

/** Whether the brace at the cursor closes nothing: what follows is indented like what precedes. */
export function isStray(cursor: Cursor, layout: Layout): boolean {
  if (layout.outer < 0) return true;
  const { text, at } = cursor;
  const column = at - cursor.line;
  if (cursor.line === layout.openedOn || !isIndented(layout) || indentOf(cursor) !== column)
    return false;
  if (column >= layout.inner) return true;
  const word = nextWord(text, at + 1);
  return word.line > at && word.at - word.line > column && text.charCodeAt(word.at) !== 125;
}

/** The first word at or behind an offset, and the line it stands on; that line may start before the offset. */
function nextWord(text: string, from: number): { readonly at: number; readonly line: number } {
  let line = from;
  let at = firstWord(text, from);
  while (text.charCodeAt(at) === 10) {
    line = at + 1;
    at = firstWord(text, line);
  }
  return { at, line: line === from ? -1 : line };
}

/** Whether lines behind the line of the cursor are indented deeper than it, as the body of a block is whose brace is missing. */
export function opensByIndent(cursor: Cursor): boolean {
  const word = nextWord(cursor.text, cursor.at);
  return (
    word.line > cursor.at && word.at < cursor.text.length && word.at - word.line > indentOf(cursor)
  );
}

function isTopLevelHeader(text: string, at: number): boolean {
  const word = text.slice(at, nameEnd(text, at));
  return (
    Object.hasOwn(TOP_LEVEL, word) && labelsBeforeBrace(text, at + word.length) === TOP_LEVEL[word]
  );
}

/** Number of labels up to the brace that opens a block on this line, -1 where none does. */
function labelsBeforeBrace(text: string, from: number): number {
  let at = from;
  for (let count = 0; ; count += 1) {
    at = firstWord(text, at);
    const code = text.charCodeAt(at);
    if (code === 123) return count;
    if (code === 34) {
      const close = text.indexOf('"', at + 1);
      if (close < 0 || close > lineEnd(text, at)) return -1;
      at = close + 1;
    } else if (isNameStart(text, at)) {
      at = nameEnd(text, at);
    } else {
      return -1;
    }
  }
}

/** Whether what starts here reads like an attribute or the header of a block. */
function looksLikeItem(text: string, at: number): boolean {
  if (!isNameStart(text, at)) return false;
  const end = nameEnd(text, at);
  const next = firstWord(text, end);
  if (text.charCodeAt(next) !== 61) return labelsBeforeBrace(text, end) >= 0;
  const after = text.charCodeAt(next + 1);
  return after !== 61 && after !== 62;
}

/**
 * Moves behind damage: to the next line of the body that reads like an item or ends the body. `itemAt` is where the item that failed starts, and
 * `failedAt` where it did.
 */
export function moveBehindDamage(
  cursor: Cursor,
  layout: Layout,
  itemAt: number,
  failedAt: number,
): void {
  const { text } = cursor;
  const from = Math.max(itemAt, Math.min(failedAt, text.length));
  let line = lineStart(text, from);
  if (line <= itemAt || firstWord(text, line) < from) line = nextLine(text, from);
  let word = firstWord(text, line);
  while (line < text.length && !stopsAt(text, layout, word, word - line)) {
    line = nextLine(text, word);
    word = firstWord(text, line);
  }
  goTo(cursor, layout, line, Math.min(word, text.length));
}

/** Moves to the end of the line that holds an offset. */
export function moveToLineEnd(cursor: Cursor, layout: Layout, offset: number): void {
  goTo(cursor, layout, lineStart(cursor.text, offset), lineEnd(cursor.text, offset));
}

function goTo(cursor: Cursor, layout: Layout, line: number, at: number): void {
  cursor.line = line;
  cursor.at = at;
  cursor.spansLines = false;
  cursor.depth = layout.depth;
}

function nextLine(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

function stopsAt(text: string, layout: Layout, at: number, column: number): boolean {
  if (text.charCodeAt(at) === 125)
    return layout.outer >= 0 && (!isIndented(layout) || column < layout.inner);
  return (layout.inner < 0 || column <= layout.inner) && looksLikeItem(text, at);
}
