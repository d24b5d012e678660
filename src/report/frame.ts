import type { Paint } from './ansi.ts';
import { printableColumns } from './printable.ts';
import { redactLine } from './redact.ts';
import { cellsOf } from './text-width.ts';
import type { PlaceView } from './view.ts';

const longestLine = 120;
const tabWidth = 2;
const contextLines = 1;

/** A line as it is shown, and the first cell of every UTF-16 column of it. */
interface ShownLine {
  readonly text: string;
  readonly caretStart: number;
  readonly caretCells: number;
}

/**
 * Renders the lines around a place with a caret below it. Secrets are masked, control characters shown as dots, tabs
 * expanded, long lines cut around the caret.
 */
export function renderFrame(place: PlaceView, lines: readonly string[], paint: Paint): string {
  const first = Math.max(1, place.line - contextLines);
  // The text after the last line break is no line that an editor shows.
  const total = lines.at(-1) === '' ? Math.max(place.line, lines.length - 1) : lines.length;
  const last = Math.min(total, place.line + contextLines);
  if (lines.length === 0 || place.line > lines.length) return '';
  const gutter = String(last).length;
  const out: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const safe = printableColumns(redactLine(place.file, lines, number - 1));
    const isTarget = number === place.line;
    const endColumn = place.endLine > place.line ? safe.length + 1 : place.endColumn;
    const shown = isTarget ? cut(safe, place.column - 1, endColumn - 1) : cut(safe, 0, 0);
    const bar = `${isTarget ? '>' : ' '} ${String(number).padStart(gutter)} |`;
    out.push(`${paint.dim(bar)} ${shown.text}`.trimEnd());
    if (!isTarget) continue;
    const caret = '^'.repeat(Math.max(1, shown.caretCells));
    const pad = ' '.repeat(shown.caretStart);
    const label = place.label === '' ? '' : ` ${place.label}`;
    out.push(`${paint.dim(`  ${' '.repeat(gutter)} |`)} ${pad}${paint.red(`${caret}${label}`)}`);
  }
  return out.join('\n');
}

/** The part of a line around columns `from` to `to` (0-based, half-open) that fits. */
function cut(line: string, from: number, to: number): ShownLine {
  const cells: { readonly text: string; readonly cells: number; readonly column: number }[] = [];
  let column = 0;
  for (const character of line) {
    const text = character === '\t' ? ' '.repeat(tabWidth) : character;
    cells.push({ text, cells: character === '\t' ? tabWidth : cellsOf(character), column });
    column += character.length;
  }
  const total = cells.reduce((sum, cell) => sum + cell.cells, 0);
  const window = total <= longestLine ? cells : windowAround(cells, from);
  const start = window[0]?.column ?? 0;
  const isCutLeft = start > 0;
  const isCutRight = window.at(-1) !== cells.at(-1);
  const width = (part: typeof cells) => part.reduce((sum, cell) => sum + cell.cells, 0);
  return {
    text: `${isCutLeft ? '…' : ''}${window.map((cell) => cell.text).join('')}${isCutRight ? '…' : ''}`,
    caretStart: (isCutLeft ? 1 : 0) + width(window.filter((cell) => cell.column < from)),
    caretCells: width(window.filter((cell) => cell.column >= from && cell.column < to)),
  };
}

/** Cells from a third of the room before the caret to the end of the room. */
function windowAround<T extends { readonly cells: number; readonly column: number }>(
  cells: readonly T[],
  from: number,
): T[] {
  const room = longestLine - 2;
  const caret = Math.max(
    0,
    cells.findIndex((cell) => cell.column >= from),
  );
  let first = caret;
  let before = 0;
  while (first > 0 && before < room / 3) {
    first -= 1;
    before += cells[first]?.cells ?? 1;
  }
  let last = first;
  let used = 0;
  while (last < cells.length && used + (cells[last]?.cells ?? 1) <= room) {
    used += cells[last]?.cells ?? 1;
    last += 1;
  }
  return cells.slice(first, last);
}
