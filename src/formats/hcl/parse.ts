import type { DataDocument, DataEntry, DataNode } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';
import { withoutConflictMarkers } from '../conflict-markers.ts';
import { MAX_LENGTH, MAX_PROBLEMS } from '../positions.ts';
import { type Cursor, cursorAt, type Failure } from './cursor.ts';
import { readFile } from './read-body.ts';
import { readExpression } from './read-expression.ts';

/**
 * Reads HCL2 into one root. A block is an entry with its labels whose value is a map that covers the braces; an attribute is an entry without labels.
 * In a broken file, damage costs the value or block it stands in: a value that could not be read is an `expr` without references.
 */
export const parse: Parse = (file, text) => {
  const problems: Failure[] = [];
  const { text: unmarked, markers } = withoutConflictMarkers(text);
  for (const [start, end] of markers)
    problems.push({ start, end, message: 'A merge conflict is not resolved here.' });
  let entries: readonly DataEntry[] = [];
  let comments: Cursor['comments'] = [];
  if (text.length > MAX_LENGTH) {
    problems.push({ start: 0, end: 0, message: 'Too long to read.' });
  } else {
    let cursor = cursorAt(unmarked, 0, readExpression);
    entries = readFile({ file, text, cursor });
    if (cursor.failure !== null) {
      // Layout is a guess, and only a file that is broken anyway is read by guesses.
      cursor = cursorAt(unmarked, 0, readExpression, true);
      entries = readFile({ file, text, cursor });
    }
    comments = cursor.comments;
    problems.push(...cursor.problems.slice(0, MAX_PROBLEMS));
  }
  const root: DataNode = { type: 'map', entries, at: { file, start: 0, end: text.length } };
  const document: DataDocument = {
    shape: 'data',
    file,
    format: 'hcl',
    text,
    roots: [root],
    comments: comments.map(([start, end]) => ({ file, start, end })),
    problems: problems.slice(0, MAX_PROBLEMS).map(({ start, end, message }) => ({
      at: { file, start, end: Math.min(end, text.length) },
      message,
    })),
  };
  return document;
};
