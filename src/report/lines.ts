/** Where the lines of one text start. Lines end with LF, CRLF or a lone CR, as editors count them. */
export interface LineIndex {
  readonly text: string;
  /** Offset of the first character of each line; a byte order mark is not part of line 1. */
  readonly starts: readonly number[];
}

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** Indexes a text once, so that any offset of it costs a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(offset + 1) === 10) continue;
    starts.push(offset + 1);
  }
  return { text, starts };
}

/** Line and column of an offset; offsets outside the text are moved to its nearest end. */
export function positionAt(index: LineIndex, offset: number): Position {
  const inside = Math.min(Math.max(offset, index.starts[0] ?? 0), index.text.length);
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, inside - (index.starts[low] ?? 0)) + 1 };
}

/** Text of a 1-based line without its line break, `''` for a line that does not exist. */
export function lineText(index: LineIndex, line: number): string {
  const start = index.starts[line - 1];
  if (start === undefined) return '';
  const end = index.starts[line] ?? index.text.length;
  return index.text.slice(start, end).replace(/[\r\n]{1,2}$/, '');
}

/** Every line without its line break. */
export function allLines(index: LineIndex): readonly string[] {
  return index.starts.map((_, at) => lineText(index, at + 1));
}
