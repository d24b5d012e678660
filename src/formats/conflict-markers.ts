/** Text in which the marker lines of an unfinished merge are blank; both sides stay, every offset is kept. */
export interface UnmarkedText {
  readonly text: string;
  /** Half-open ranges of the marker lines, in order. */
  readonly markers: readonly (readonly [start: number, end: number])[];
}

const MARKER = /^(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(?:[ \t].*)?\r?$|^=======\r?$/gm;

/** Blanks the marker lines Git leaves behind when a merge is not finished, so that the rest can be read. */
export function withoutConflictMarkers(text: string): UnmarkedText {
  // All three kinds must occur: a row of equals signs alone is somebody's heading.
  if (!text.includes('<<<<<<<') || !text.includes('\n=======') || !text.includes('\n>>>>>>>'))
    return { text, markers: [] };
  const markers: (readonly [number, number])[] = [];
  const blank = text.replace(MARKER, (line, offset: number) => {
    const length = line.endsWith('\r') ? line.length - 1 : line.length;
    markers.push([offset, offset + length]);
    return ' '.repeat(length) + line.slice(length);
  });
  return { text: blank, markers };
}
