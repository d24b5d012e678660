import type { EmbeddedText } from '../../model/document.ts';

/** A program that git starts. */
export interface Hook {
  /** `pre-push` … */
  readonly event: string;
  /** What its file calls it; unique with its event. */
  readonly name: string;
  readonly program: EmbeddedText;
}

/** More of one file than people write. */
export const maxHooks = 200;
