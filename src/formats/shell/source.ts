import {
  type EmbeddedText,
  type OffsetPair,
  sourceOffset,
  sourceRange,
} from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';

/** A template expression that something else fills in before the shell runs: `${{ … }}`. */
export interface TemplateHole {
  readonly start: number;
  readonly end: number;
  /** The expression, when it is a plain name such as `secrets.TOKEN`. */
  readonly name: string | null;
}

/** A program text at one level of nesting, and the way back to the file. */
export interface ShellSource {
  /** What the parser reads; holes are filled with expansions of equal length. */
  readonly text: string;
  /** The same length, holes as written. */
  readonly shown: string;
  /** Ascending. */
  readonly holes: readonly TemplateHole[];
  readonly at: (start: number, end: number) => SourceRange;
}

/** Part of a text that an inner program is made of; `as` replaces it. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  /** What the inner program sees instead; of equal length it is a filler, and the original stays visible in `raw`. */
  readonly as: string | null;
}

/** The outermost program. Byte order mark and carriage returns before line feeds are not the shell's to see. */
export function topSource(file: FilePath, embedded: EmbeddedText): ShellSource {
  const clean = withoutNoise(embedded);
  const holes = templateHoles(clean.text);
  const { length } = clean.text;
  return {
    text: filled(clean.text, holes),
    shown: clean.text,
    holes,
    // The parser may place the end of unfinished input past the end of the text.
    at: (start, end) => sourceRange(file, clean, Math.min(start, length), Math.min(end, length)),
  };
}

/** An inner program made of slices of an outer one. */
export function innerSource(outer: ShellSource, slices: readonly Slice[]): ShellSource {
  const map: OffsetPair[] = [];
  const holes: TemplateHole[] = [];
  let text = '';
  let shown = '';
  for (const { from, to, as } of slices) {
    map.push([text.length, from]);
    const shift = text.length - from;
    const isShown = as === null || as.length === to - from;
    text += as ?? outer.text.slice(from, to);
    shown += isShown ? outer.shown.slice(from, to) : as;
    if (!isShown) continue;
    for (const hole of holesWithin(outer.holes, from, to)) {
      holes.push({ ...hole, start: hole.start + shift, end: hole.end + shift });
    }
  }
  const embedded = { text, map: map.length === 0 ? ([[0, 0]] as const) : map };
  const limit = slices.at(-1)?.to ?? 0;
  const at = (start: number, end: number) => {
    const from = Math.min(sourceOffset(embedded, start), limit);
    const last = Math.min(end > start ? sourceOffset(embedded, end - 1) + 1 : from, limit);
    return outer.at(from, Math.max(from, last));
  };
  return { text, shown, holes, at };
}

/** Holes that overlap a range. */
export function holesWithin(
  holes: readonly TemplateHole[],
  start: number,
  end: number,
): readonly TemplateHole[] {
  if (holes.length === 0) return holes;
  return holes.filter((hole) => hole.start < end && hole.end > start);
}

/** An expansion of exactly this length that no program could have written. */
export function filler(length: number): string {
  return length < 5 ? '$'.padEnd(length, '_') : `\${${'_'.repeat(length - 3)}}`;
}

function templateHoles(text: string): readonly TemplateHole[] {
  const holes: TemplateHole[] = [];
  let start = text.indexOf('${{');
  while (start >= 0) {
    const close = text.indexOf('}}', start + 3);
    if (close < 0) break;
    const expression = text.slice(start + 3, close).trim();
    const name = /^[A-Za-z_][\w.-]*$/.test(expression) ? expression : null;
    holes.push({ start, end: close + 2, name });
    start = text.indexOf('${{', close + 2);
  }
  return holes;
}

function filled(text: string, holes: readonly TemplateHole[]): string {
  if (holes.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of holes) {
    parts.push(text.slice(from, start), filler(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function withoutNoise(embedded: EmbeddedText): EmbeddedText {
  const { text } = embedded;
  if (!text.includes('\r\n') && !text.startsWith('\uFEFF')) return embedded;
  const kept: string[] = [];
  const map: OffsetPair[] = [];
  let length = 0;
  let from = 0;
  let pair = 0;
  for (const noise of [...text.matchAll(/^\uFEFF|\r(?=\n)/g), null]) {
    const to = noise?.index ?? text.length;
    map.push([length, sourceOffset(embedded, from)]);
    for (; pair < embedded.map.length; pair += 1) {
      const [decoded, source] = embedded.map[pair] ?? [0, 0];
      if (decoded > to) break;
      if (decoded > from) map.push([length + decoded - from, source]);
    }
    kept.push(text.slice(from, to));
    length += to - from;
    from = to + 1;
  }
  return { text: kept.join(''), map };
}
