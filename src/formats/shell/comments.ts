/** Half-open range of offsets. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const START = /(?<=^|[\s;&|()`])#/g;
const LINE_END = /\r?$|\r?\n/gm;

/** Comments of a program: a `#` that starts a word outside quoted text, up to the end of its line. */
export function commentRanges(text: string, opaque: readonly Range[]): readonly Range[] {
  if (!text.includes('#')) return [];
  const hidden = [...opaque].sort((a, b) => a.start - b.start);
  const comments: Range[] = [];
  let next = 0;
  let hiddenUntil = 0;
  START.lastIndex = 0;
  for (let found = START.exec(text); found !== null; found = START.exec(text)) {
    const start = found.index;
    for (; (hidden[next]?.start ?? text.length) <= start; next += 1) {
      hiddenUntil = Math.max(hiddenUntil, hidden[next]?.end ?? 0);
    }
    if (start < hiddenUntil) continue;
    LINE_END.lastIndex = start;
    const end = LINE_END.exec(text)?.index ?? text.length;
    comments.push({ start, end });
    START.lastIndex = end;
  }
  return comments;
}
