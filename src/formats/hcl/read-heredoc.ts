import type { Expression } from './ast.ts';
import { type Cursor, fail, nameEnd } from './cursor.ts';
import { endRun, readMark, templateOf, textRun } from './template-marks.ts';
import { withoutIndent } from './template-text.ts';
import { type Piece, trimmed } from './template-tree.ts';

const OPEN_HEREDOC = 'A here-document is not closed.';

/** Reads `<<MARKER` or `<<-MARKER` up to the line that consists of the marker. */
export function readHeredoc(cursor: Cursor): Expression | null {
  const { text, at: start } = cursor;
  if (text.charCodeAt(start + 1) !== 60) return fail(cursor, 'A value is missing or not readable.');
  const isFlush = text.charCodeAt(start + 2) === 45;
  const from = start + (isFlush ? 3 : 2);
  const end = nameEnd(text, from);
  const body = text.charCodeAt(end) === 13 ? end + 2 : end + 1;
  if (end === from || text.charCodeAt(body - 1) !== 10)
    return fail(cursor, 'A here-document has no marker.');
  const marker = text.slice(from, end);
  if (cursor.isTolerant && (markerLines(cursor).get(marker) ?? -1) < body)
    return fail(cursor, OPEN_HEREDOC);
  const pieces = readHeredocLines(cursor, body, marker);
  if (pieces === null) return null;
  const tidy = trimmed(pieces);
  return templateOf(cursor, isFlush ? withoutIndent(tidy) : tidy, start);
}

function readHeredocLines(cursor: Cursor, body: number, marker: string): readonly Piece[] | null {
  const { text } = cursor;
  const pieces: Piece[] = [];
  let run = textRun(body);
  let line = body;
  for (let at = body; ; ) {
    if (at === line) {
      const end = markerEnd(text, line, marker);
      if (end >= 0) {
        cursor.line = line;
        cursor.at = end;
        return pieces;
      }
    }
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) return fail(cursor, OPEN_HEREDOC, text.length);
    if (code === 10) {
      at += 1;
      endRun(pieces, run, text, at);
      run = textRun(at);
      line = at;
    } else if (code === 36 || code === 37) {
      const next = readMark(cursor, pieces, run, at);
      if (next === null) return null;
      at = next.at;
      run = next.run;
    } else {
      at += 1;
    }
  }
}

/** Offset behind the marker, if the line that starts here holds nothing else; else -1. */
function markerEnd(text: string, line: number, marker: string): number {
  let at = line;
  while (isBlank(text.charCodeAt(at))) at += 1;
  if (!text.startsWith(marker, at)) return -1;
  const end = at + marker.length;
  for (at = end; isBlank(text.charCodeAt(at)); ) at += 1;
  return at >= text.length || text.charCodeAt(at) === 10 ? end : -1;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** Last line of one name only, for each such name: without it, every unclosed here-document would search to the end of the file. */
function markerLines(cursor: Cursor): ReadonlyMap<string, number> {
  if (cursor.markers !== null) return cursor.markers;
  const found = new Map<string, number>();
  for (const match of cursor.text.matchAll(
    /^[ \t]*([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?$/gmu,
  ))
    found.set(match[1] ?? '', match.index);
  cursor.markers = found;
  return found;
}
