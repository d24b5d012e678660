import type { ScalarNode } from '../../model/document.ts';
import type { SourceText } from './credential.ts';

/** A stretch of a text as a value, for files that no format reads: it stands there as it is, without quotes or escapes. */
export function plainValue(document: SourceText, start: number, end: number): ScalarNode {
  const text = document.text.slice(start, end);
  return {
    type: 'scalar',
    value: text,
    text,
    map: [[0, start]],
    at: { file: document.file, start, end },
  };
}
