import type { DataEntry } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { type Cursor, cursorAt, nameEnd, skip } from './cursor.ts';
import { readExpression } from './read-expression.ts';
import { readQuoted } from './read-template.ts';

/** Whether an entry of an HCL document is a block; an attribute may hold a map as well. `text` is the text of the document. */
export function isBlock(text: string, entry: DataEntry): boolean {
  if (entry.value.type !== 'map') return false;
  if (entry.labels.length > 0) return true;
  const cursor = cursorAt(text, entry.keyAt.end, readExpression);
  skip(cursor);
  return cursor.at === entry.value.at.start;
}

/** Where the labels of a block stand, quotes included, in their order. `text` is the text of the document. */
export function labelRanges(text: string, entry: DataEntry): readonly SourceRange[] {
  const cursor = cursorAt(text, entry.keyAt.end, readExpression);
  const { file } = entry.keyAt;
  const ranges: SourceRange[] = [];
  while (ranges.length < entry.labels.length) {
    skip(cursor);
    const start = cursor.at;
    if (!readLabel(cursor) || cursor.at > entry.value.at.start) break;
    ranges.push({ file, start, end: cursor.at });
  }
  return ranges;
}

function readLabel(cursor: Cursor): boolean {
  const { text, at } = cursor;
  if (text.charCodeAt(at) === 34) return readQuoted(cursor) !== null;
  cursor.at = nameEnd(text, at);
  return cursor.at > at;
}
