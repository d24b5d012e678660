import type { Expression, ObjectItem } from './ast.ts';
import { containerAt, hasLeft } from './container.ts';
import { type Cursor, fail, nameEnd, readName, skip, take } from './cursor.ts';

const OPEN_LIST = 'A list is not closed.';
const OPEN_OBJECT = 'An object is not closed.';
const OPEN_CALL = 'The arguments of a function are not closed.';
const BROKEN_FOR = 'A for expression is incomplete.';

/** Reads `[ … ]`. */
export function readTuple(cursor: Cursor): Expression | null {
  const { at: start, spansLines } = cursor;
  const container = containerAt(cursor);
  cursor.at += 1;
  cursor.spansLines = true;
  const items: Expression[] = [];
  for (;;) {
    skip(cursor);
    if (hasLeft(cursor, container)) return fail(cursor, OPEN_LIST);
    if (take(cursor, 93)) break;
    if (items.length === 0 && takeWord(cursor, 'for')) {
      const result = readFor(cursor, start, 93);
      cursor.spansLines = spansLines;
      return result;
    }
    const item = cursor.readExpression(cursor);
    if (item === null) return null;
    items.push(item);
    skip(cursor);
    if (hasLeft(cursor, container)) return fail(cursor, OPEN_LIST);
    if (take(cursor, 93)) break;
    if (!take(cursor, 44)) return fail(cursor, OPEN_LIST);
  }
  cursor.spansLines = spansLines;
  return { kind: 'tuple', items, start, end: cursor.at };
}

/** Reads `{ … }`. Line breaks and commas separate its items. */
export function readObject(cursor: Cursor): Expression | null {
  const { at: start, spansLines } = cursor;
  const container = containerAt(cursor);
  cursor.at += 1;
  const items: ObjectItem[] = [];
  for (;;) {
    cursor.spansLines = true;
    skip(cursor);
    if (hasLeft(cursor, container)) return fail(cursor, OPEN_OBJECT);
    if (take(cursor, 125)) break;
    if (items.length === 0 && takeWord(cursor, 'for')) {
      const result = readFor(cursor, start, 125);
      cursor.spansLines = spansLines;
      return result;
    }
    cursor.spansLines = false;
    const item = readItem(cursor);
    if (item === null) return null;
    items.push(item);
    skip(cursor);
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === 44) cursor.at += 1;
    else if (code !== 10 && code !== 125) return fail(cursor, OPEN_OBJECT);
  }
  cursor.spansLines = spansLines;
  return { kind: 'object', items, start, end: cursor.at };
}

function readItem(cursor: Cursor): ObjectItem | null {
  const key = readKey(cursor);
  if (key === null) return null;
  skip(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code !== 61 && code !== 58) return fail(cursor, 'A key has no value.');
  cursor.at += 1;
  const value = cursor.readExpression(cursor);
  return value === null ? null : { key, value };
}

/** Reads a key; a name that stands alone is a string. */
function readKey(cursor: Cursor): Expression | null {
  const key = cursor.readExpression(cursor);
  if (key?.kind !== 'variable') return key;
  const { name, start, end } = key;
  const content = { text: name, map: [[0, start] as const] };
  return { kind: 'literal', value: name, content, start, end };
}

/** Reads the arguments of the function whose name was just read, and the rest of a name with `::` in it. */
export function readCall(cursor: Cursor, first: string, start: number): Expression | null {
  const { spansLines } = cursor;
  let name = first;
  while (cursor.text.startsWith('::', cursor.at)) {
    cursor.at += 2;
    const next = readName(cursor);
    if (next === null) return fail(cursor, 'The name of a function is incomplete.');
    name += `::${next}`;
    skip(cursor);
  }
  const container = containerAt(cursor);
  if (!take(cursor, 40)) return fail(cursor, 'A function has no arguments.');
  cursor.spansLines = true;
  const args: Expression[] = [];
  let isExpanded = false;
  for (;;) {
    skip(cursor);
    if (hasLeft(cursor, container)) return fail(cursor, OPEN_CALL);
    if (take(cursor, 41)) break;
    const arg = isExpanded ? fail(cursor, OPEN_CALL) : cursor.readExpression(cursor);
    if (arg === null) return null;
    args.push(arg);
    isExpanded = takeEllipsis(cursor);
    if (hasLeft(cursor, container)) return fail(cursor, OPEN_CALL);
    if (take(cursor, 41)) break;
    if (isExpanded || !take(cursor, 44)) return fail(cursor, OPEN_CALL);
  }
  cursor.spansLines = spansLines;
  return { kind: 'call', name, args, isExpanded, start, end: cursor.at };
}

/** Reads what follows `for`, up to the bracket that closes it. */
function readFor(cursor: Cursor, start: number, close: number): Expression | null {
  cursor.spansLines = true;
  const head = readForHead(cursor);
  if (head === null) return null;
  if (!take(cursor, 58)) return fail(cursor, BROKEN_FOR);
  let value = cursor.readExpression(cursor);
  if (value === null) return null;
  let key: Expression | null = null;
  skip(cursor);
  if (cursor.text.startsWith('=>', cursor.at)) {
    cursor.at += 2;
    key = value;
    value = cursor.readExpression(cursor);
    if (value === null) return null;
  }
  const isGrouped = takeEllipsis(cursor);
  let condition: Expression | null = null;
  if (takeWord(cursor, 'if')) {
    condition = cursor.readExpression(cursor);
    if (condition === null) return null;
  }
  // An object needs keys, and a list has none.
  if ((key !== null) !== (close === 125)) return fail(cursor, BROKEN_FOR, start);
  if (!take(cursor, close)) return fail(cursor, BROKEN_FOR);
  return { kind: 'for', ...head, key, value, condition, isGrouped, start, end: cursor.at };
}

/** Names and collection of a `for`. */
export interface ForHead {
  readonly keyName: string | null;
  readonly valueName: string;
  readonly collection: Expression;
}

/** Reads `k, v in collection`. */
export function readForHead(cursor: Cursor): ForHead | null {
  const first = readName(cursor);
  if (first === null) return fail(cursor, BROKEN_FOR);
  const second = take(cursor, 44) ? readName(cursor) : undefined;
  if (second === null || !takeWord(cursor, 'in')) return fail(cursor, BROKEN_FOR);
  const collection = cursor.readExpression(cursor);
  if (collection === null) return null;
  return second === undefined
    ? { keyName: null, valueName: first, collection }
    : { keyName: first, valueName: second, collection };
}

/** Moves over one word, and the blanks before it, if it is this one. */
function takeWord(cursor: Cursor, word: string): boolean {
  skip(cursor);
  const { text, at } = cursor;
  if (!text.startsWith(word, at) || nameEnd(text, at) !== at + word.length) return false;
  cursor.at += word.length;
  return true;
}

function takeEllipsis(cursor: Cursor): boolean {
  skip(cursor);
  if (!cursor.text.startsWith('...', cursor.at)) return false;
  cursor.at += 3;
  return true;
}
