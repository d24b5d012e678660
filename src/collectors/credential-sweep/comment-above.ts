/** Starts of comment lines in the notations of scripts, configuration and markup. */
const commentLine = /^\s*(?:#|\/\/|\/\*|\*|--|;|<!--|REM\b)\s?/;

/** The comment beside a place or in the unbroken comment lines above it, without markers; `null` when there is none. */
export function commentAbove(text: string, offset: number): string | null {
  const found: string[] = [];
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).slice(0, 2000);
  const beside = /\s(?:#|\/\/)\s+(.{1,300})$/.exec(line.replace(/\r$/, ''));
  if (beside?.[1] !== undefined) found.push(beside[1]);
  let end = lineStart - 1;
  for (let lines = 0; lines < 8 && end > 0; lines += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const above = text.slice(start, end).replace(/\r$/, '').slice(0, 500);
    if (!commentLine.test(above)) break;
    found.unshift(above.replace(commentLine, '').replace(/(?:\*\/|-->)\s*$/, ''));
    end = start - 1;
  }
  return found.length === 0 ? null : found.join('\n');
}
