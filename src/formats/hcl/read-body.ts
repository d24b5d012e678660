import type { DataEntry, DataNode } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { lineEnd, MAX_DEPTH } from '../positions.ts';
import { buildNode } from './build-node.ts';
import { type Cursor, fail, indentOf, isNameStart, nameEnd, skip, TOO_DEEP } from './cursor.ts';
import {
  isOutside,
  isStray,
  type Layout,
  moveBehindDamage,
  moveToLineEnd,
  opensByIndent,
} from './layout.ts';
import { readQuoted } from './read-template.ts';

/** Longest rest of a line that is searched for labels, in UTF-16 units. */
const MAX_HEADER = 300;

/** A file that is being read. */
export interface Source {
  readonly file: FilePath;
  /** As in the file; the cursor may see it with marks of a merge blanked. */
  readonly text: string;
  readonly cursor: Cursor;
}

/** Reads the items of a whole file. In a cursor that is not tolerant, what precedes the first failure. */
export function readFile(source: Source): readonly DataEntry[] {
  return readItems(source, { outer: -1, openedOn: -1, depth: 0, inner: -1 }, 0);
}

/** Reads items up to the brace that closes them, and moves behind it. */
function readItems(source: Source, layout: Layout, openedAt: number): readonly DataEntry[] {
  const { cursor } = source;
  const { text } = cursor;
  const entries: DataEntry[] = [];
  const names = new Set<string>();
  for (;;) {
    cursor.spansLines = true;
    skip(cursor);
    cursor.spansLines = false;
    if (cursor.failure !== null && !cursor.isTolerant) return entries;
    const start = cursor.at;
    if (start >= text.length) {
      if (layout.outer >= 0) reportOpen(cursor, openedAt);
      return entries;
    }
    if (cursor.isTolerant && isOutside(cursor, layout)) {
      reportOpen(cursor, openedAt);
      return entries;
    }
    if (cursor.isTolerant && text.charCodeAt(start) === 125 && isStray(cursor, layout)) {
      cursor.problems.push({ start, end: start + 1, message: 'A brace closes nothing.' });
      cursor.at += 1;
      continue;
    }
    if (text.charCodeAt(start) === 125 && layout.outer >= 0) {
      cursor.at += 1;
      return entries;
    }
    const isInline = cursor.line === layout.openedOn;
    const item = readItem(source, layout, names);
    if (item !== null) entries.push(item);
    if (cursor.failure === null) continue;
    if (!cursor.isTolerant) return entries;
    recover(cursor, layout, start, isInline);
    if (isInline) return entries;
  }
}

function reportOpen(cursor: Cursor, openedAt: number): void {
  const message = 'A block is not closed.';
  if (cursor.isTolerant) cursor.problems.push({ start: openedAt, end: openedAt + 1, message });
  else fail(cursor, message, openedAt);
}

/** Notes the failure and moves behind it; a block on one line ends with that line. */
function recover(cursor: Cursor, layout: Layout, itemAt: number, isInline: boolean): void {
  const { failure } = cursor;
  if (failure === null) return;
  cursor.problems.push(failure);
  cursor.failure = null;
  if (isInline) moveToLineEnd(cursor, layout, Math.max(itemAt, failure.start));
  else moveBehindDamage(cursor, layout, itemAt, failure.start);
}

/** Reads an attribute or a block. May return what it has although the rest failed. */
function readItem(source: Source, layout: Layout, names: Set<string>): DataEntry | null {
  const { cursor, file } = source;
  const { text, at: start } = cursor;
  const end = nameEnd(text, start);
  if (end === start) return readQuotedAttribute(source, layout);
  const key = text.slice(start, end);
  const keyAt: SourceRange = { file, start, end };
  const column = cursor.line === layout.openedOn ? -1 : start - cursor.line;
  cursor.at = end;
  skip(cursor);
  if (text.charCodeAt(cursor.at) === 61 && text.charCodeAt(cursor.at + 1) !== 61) {
    if (names.has(key))
      cursor.problems.push({ start, end, message: 'This name was already given a value.' });
    names.add(key);
    if (layout.inner < 0) layout.inner = column;
    return readAttribute(source, layout, key, keyAt);
  }
  const isInPlace = column === Math.max(layout.inner, layout.outer + 1);
  const labels = readLabels(cursor) ?? salvagedLabels(cursor, end, isInPlace);
  if (labels === null) return null;
  if (layout.inner < 0) layout.inner = column;
  const value = readBlock(source);
  return value === null ? null : { key, keyAt, labels, value };
}

/** Reads `"name" = value`, which older versions of the language allowed. */
function readQuotedAttribute(source: Source, layout: Layout): DataEntry | null {
  const { cursor, file } = source;
  const { at: start } = cursor;
  const isQuoted = cursor.text.charCodeAt(start) === 34;
  fail(cursor, 'A name is missing or not readable.');
  const { failure } = cursor;
  if (!isQuoted || !cursor.isTolerant || failure === null) return null;
  const name = readQuoted(cursor);
  skip(cursor);
  if (name?.kind !== 'literal' || cursor.text.charCodeAt(cursor.at) !== 61) return null;
  cursor.problems.push(failure);
  cursor.failure = null;
  return readAttribute(source, layout, name.content.text, { file, start, end: name.end });
}

function readAttribute(source: Source, layout: Layout, key: string, keyAt: SourceRange): DataEntry {
  const { cursor, file, text } = source;
  const isInline = cursor.line === layout.openedOn;
  cursor.at += 1;
  const expression = cursor.readExpression(cursor);
  if (expression !== null && endsItem(cursor, layout))
    return { key, keyAt, labels: [], value: buildNode(file, text, expression) };
  // A block on one line is given up by the caller, which sees the failure.
  if (cursor.isTolerant && !isInline) recover(cursor, layout, keyAt.start, false);
  return { key, keyAt, labels: [], value: unreadable(source, keyAt.end) };
}

/** Whether the item ends here. A comma or a brace too much is a problem, but what it follows is whole. */
function endsItem(cursor: Cursor, layout: Layout): boolean {
  skip(cursor);
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === 10 || at >= text.length) return true;
  if (code === 125 && cursor.line === layout.openedOn) return true;
  const message = 'The line goes on behind a value.';
  if (cursor.isTolerant && (code === 44 || code === 59 || code === 125)) {
    cursor.problems.push({ start: at, end: at + 1, message });
    if (code !== 125) cursor.at += 1;
    return true;
  }
  fail(cursor, message);
  return false;
}

/** A value that is there but damaged: nobody may take it for missing. It reaches from behind the equals sign to where reading goes on. */
function unreadable({ cursor, file, text }: Source, from: number): DataNode {
  const equals = text.indexOf('=', from);
  const raw = text.slice(equals + 1, Math.max(cursor.at, equals + 1));
  const start = equals + 1 + (raw.length - raw.trimStart().length);
  const end = Math.max(start, equals + 1 + raw.trimEnd().length);
  return { type: 'expr', text: text.slice(start, end), refs: [], at: { file, start, end } };
}

/** Reads labels up to the brace of a block; stands at that brace afterwards. */
function readLabels(cursor: Cursor): readonly string[] | null {
  const { text } = cursor;
  const labels: string[] = [];
  for (;;) {
    skip(cursor);
    const start = cursor.at;
    const code = text.charCodeAt(start);
    if (code === 123) return labels;
    if (code === 34) {
      const label = readQuoted(cursor);
      if (label === null) return null;
      if (label.kind === 'literal') {
        labels.push(label.content.text);
        continue;
      }
      labels.push(text.slice(start + 1, cursor.at - 1));
      cursor.problems.push({ start, end: cursor.at, message: 'A label is not constant.' });
    } else if (isNameStart(text, start)) {
      cursor.at = nameEnd(text, start);
      labels.push(text.slice(start, cursor.at));
    } else {
      return fail(cursor, 'This is neither an attribute nor a block.');
    }
  }
}

/** Labels of a header whose quotes are wrong or whose brace is missing. Stands at the brace afterwards, or at the end of the line. */
function salvagedLabels(
  cursor: Cursor,
  from: number,
  isInPlace: boolean,
): readonly string[] | null {
  const { text, failure } = cursor;
  if (!cursor.isTolerant || failure === null) return null;
  const lineStop = lineEnd(text, from);
  const rest = text.slice(from, Math.min(lineStop, from + MAX_HEADER)).trimEnd();
  if (!/^[\w\s".*/:-]*\{?$/.test(rest)) return null;
  const hasBrace = rest.endsWith('{');
  cursor.at = hasBrace ? from + rest.length - 1 : lineStop;
  if (!hasBrace && !(isInPlace && opensByIndent(cursor))) return null;
  cursor.problems.push(failure);
  cursor.failure = null;
  const words = hasBrace ? rest.slice(0, -1) : rest;
  return words.split(/[\s"]+/).filter((label) => label !== '');
}

function readBlock(source: Source): DataNode | null {
  const { cursor, file } = source;
  const { at: start, depth } = cursor;
  if (depth >= MAX_DEPTH) return fail(cursor, TOO_DEEP);
  const outer = cursor.isTolerant ? indentOf(cursor) : 0;
  // In a header that was salvaged the brace may be missing.
  if (cursor.text.charCodeAt(start) === 123) cursor.at += 1;
  cursor.depth = depth + 1;
  const layout: Layout = { outer, openedOn: cursor.line, depth: depth + 1, inner: -1 };
  const entries = readItems(source, layout, start);
  cursor.depth = depth;
  const node: DataNode = { type: 'map', entries, at: { file, start, end: cursor.at } };
  endsBlock(cursor);
  return node;
}

/** Reading goes on behind a block whatever follows it; a second item on its line is a problem only. */
function endsBlock(cursor: Cursor): void {
  const { at } = cursor;
  skip(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === 10 || code === 125 || cursor.at >= cursor.text.length) return;
  if (at > 0 && cursor.text.charCodeAt(at - 1) !== 125) return;
  const message = 'The line goes on behind a block.';
  if (!cursor.isTolerant) fail(cursor, message);
  else cursor.problems.push({ start: cursor.at, end: cursor.at + 1, message });
}
