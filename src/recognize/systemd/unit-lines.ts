const maxLines = 100;

/** Offset at which the value that begins at `start` ends: a line goes on behind a backslash, as in the shell. */
export function valueEnd(text: string, start: number): number {
  let end = start;
  for (let count = 0; count < maxLines; count += 1) {
    const found = text.indexOf('\n', end);
    if (found < 0) return text.length;
    if (!/\\\r?$/.test(text.slice(Math.max(start, found - 2), found))) return found;
    end = found + 1;
  }
  return end;
}
