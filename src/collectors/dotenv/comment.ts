import type { DataDocument, DataEntry } from '../../model/document.ts';

/** The comment that speaks of a variable: beside it, and in the unbroken lines above it. `null` when there is none. */
export function commentFor(document: DataDocument, pair: DataEntry): string | null {
  const { text } = document;
  const lineStart = text.lastIndexOf('\n', pair.keyAt.start - 1) + 1;
  const found: string[] = [];
  const beside = document.comments.find(
    (range) =>
      range.start >= pair.value.at.end &&
      !/[\r\n]/.test(text.slice(pair.value.at.end, range.start)),
  );
  if (beside !== undefined) found.push(text.slice(beside.start, beside.end));
  let below = lineStart;
  for (const range of document.comments.toReversed()) {
    if (range.end > below) continue;
    // Nothing but one line break between this comment and what it stands above.
    if (!/^\r?\n[ \t]*$/.test(text.slice(range.end, below))) break;
    const start = text.lastIndexOf('\n', range.start - 1) + 1;
    // A comment beside another variable speaks of that one.
    if (text.slice(start, range.start).trim() !== '') break;
    found.unshift(text.slice(range.start, range.end));
    below = start;
  }
  return found.length === 0 ? null : found.join('\n').replace(/^[#\s]+/gm, '');
}
