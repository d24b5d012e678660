import type { EmbeddedText } from '../../model/document.ts';

/** One task of a runner. */
export interface Recipe {
  readonly name: string;
  /** Its commands as one shell program, with the way back to the file. */
  readonly program: EmbeddedText;
  /** Names of tasks that it starts before or after its own commands. */
  readonly calls: readonly string[];
  /** Offset of what makes the runner ask before it starts, `null` where it does not. */
  readonly asksAt: number | null;
}

/** Tasks of one file and what calls what, at most so many: more are generated. */
export const maxRecipes = 300;
/** Texts beyond this are generated. */
export const maxLength = 300_000;

/** A line of a file without its end, and where it starts. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a text. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line.replace(/\r$/, ''), start });
    start += line.length + 1;
  }
  return lines;
}
