import { type Cursor, indentOf } from './cursor.ts';

/** A list, object or argument list that is being read, as far as its layout tells where it must end. */
export interface Container {
  /** Indentation of the line that opens it. */
  readonly indent: number;
  /** Indentation of its first line of content, -1 until that is met. */
  inner: number;
  /** Start of the last line that was looked at. */
  line: number;
}

/** The container that opens at the cursor. */
export function containerAt(cursor: Cursor): Container {
  return { indent: cursor.isTolerant ? indentOf(cursor) : 0, inner: -1, line: cursor.line };
}

/** Whether the cursor stands on a line that cannot belong to the container, as its indentation shows: a bracket is missing before it. */
export function hasLeft(cursor: Cursor, container: Container): boolean {
  if (!cursor.isTolerant || cursor.line === container.line) return false;
  container.line = cursor.line;
  const column = cursor.at - cursor.line;
  if (column !== indentOf(cursor)) return false;
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === 41 || code === 93 || code === 125)
    return container.inner > container.indent && column < container.indent;
  if (container.inner < 0) container.inner = column;
  // At the left margin a file without any indentation looks the same.
  if (container.inner === 0) return false;
  return column <= container.indent;
}
