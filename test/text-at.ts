import type { SourceRange } from '../src/model/source.ts';

/** What stands at a place of a text. */
export function textAt(text: string, at: SourceRange): string {
  return text.slice(at.start, at.end);
}
