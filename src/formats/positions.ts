import type { EmbeddedText, OffsetPair } from '../model/document.ts';

/** Deepest nesting any format hands on, aliases followed: everything downstream walks recursively. */
export const MAX_DEPTH = 100;
/** Longest text that is parsed, in UTF-16 units. */
export const MAX_LENGTH = 4 * 1024 * 1024;
/** Most problems one document reports; a broken file breaks in many places at once. */
export const MAX_PROBLEMS = 20;

/** Decoded text under construction, together with the offsets it came from. */
export interface MappedText {
  text: string;
  readonly map: OffsetPair[];
}

/** An empty decoded text. */
export function mappedText(): MappedText {
  return { text: '', map: [] };
}

function note(target: MappedText, source: number): void {
  const decoded = target.text.length;
  const last = target.map.at(-1);
  if (last !== undefined && source - last[1] === decoded - last[0]) return;
  if (last !== undefined && last[0] === decoded) target.map.pop();
  target.map.push([decoded, source]);
}

/** Appends source text that means itself. */
export function appendSlice(target: MappedText, source: string, from: number, to: number): void {
  if (to <= from) return;
  note(target, from);
  target.text += source.slice(from, to);
}

/** Appends characters that something else in the source, starting at `from`, stands for. */
export function appendDecoded(target: MappedText, decoded: string, from: number): void {
  if (decoded === '') return;
  note(target, from);
  target.text += decoded;
}

/** The finished text; an empty one is anchored at `start`. */
export function finishText(target: MappedText, start: number): EmbeddedText {
  return { text: target.text, map: target.map.length === 0 ? [[0, start]] : target.map };
}

/** Text that stands in the source exactly as it is. */
export function verbatim(source: string, from: number, to: number): EmbeddedText {
  return { text: source.slice(from, to), map: [[0, from]] };
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line break that ends the line of `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  if (next < 0) return text.length;
  return next > offset && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
}
