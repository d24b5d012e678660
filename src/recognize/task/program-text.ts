import { type EmbeddedText, type OffsetPair, sourceOffset } from '../../model/document.ts';

/** Collects text of a file piece by piece; a piece may stand for other text than the file shows. */
export class ProgramText {
  #text = '';
  readonly #map: OffsetPair[] = [];

  add(text: string, offset: number): void {
    this.#map.push([this.#text.length, offset]);
    this.#text += text;
  }

  /** Part of a text that is embedded itself, with its own way back. */
  addPart(part: EmbeddedText, from: number, to: number): void {
    if (to <= from) return;
    this.#map.push([this.#text.length, sourceOffset(part, from)]);
    for (const [decoded, source] of part.map) {
      if (decoded > from && decoded < to) {
        this.#map.push([this.#text.length + decoded - from, source]);
      }
    }
    this.#text += part.text.slice(from, to);
  }

  done(): EmbeddedText {
    return { text: this.#text, map: this.#map.length === 0 ? [[0, 0]] : this.#map };
  }
}

/**
 * Adds a scalar in which `{{ … }}` stands for something, as Go templates and Jinja write it; `shell` says what the program sees instead of the expression.
 * What `prefix` matches at the beginning is left out.
 */
export function addTemplated(
  program: ProgramText,
  node: EmbeddedText,
  shell: (expression: string) => string,
  prefix?: RegExp,
): void {
  let from = prefix?.exec(node.text)?.[0].length ?? 0;
  for (const found of node.text.matchAll(/\{\{-?([^{}]{1,300})\}\}/g)) {
    if (found.index < from) continue;
    program.addPart(node, from, found.index);
    program.add(shell((found[1] ?? '').trim()), sourceOffset(node, found.index));
    from = found.index + found[0].length;
  }
  program.addPart(node, from, node.text.length);
}
