import type { Fact } from '../model/fact.ts';
import type { FilePath } from '../model/source.ts';
import { isInlineTest } from './inline-tests.ts';

/** Class of a file by its path and the configuration; `source` is the only one that counts in full. */
export type FileClassOf = (file: FilePath) => string;

/**
 * Lowers the confidence of facts seen in tests, fixtures, templates, examples, docs and vendored code. `text` is that of the fact's file, `undefined`
 * where nobody has it at hand.
 */
export function demote(fact: Fact, classOf: FileClassOf, text: string | undefined): Fact {
  if (fact.kind === 'Binding' || fact.confidence === 'low') return fact;
  const { file, start } = fact.at;
  const counts =
    classOf(file) === 'source' && !(text !== undefined && isInlineTest(file, text, start));
  return counts ? fact : { ...fact, confidence: 'low' };
}
