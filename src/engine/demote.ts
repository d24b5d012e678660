import type { Fact } from '../model/fact.ts';
import type { FilePath } from '../model/source.ts';

/** Class of a file by its path and the configuration; `source` is the only one that counts in full. */
export type FileClassOf = (file: FilePath) => string;

/** Lowers the confidence of facts seen in tests, fixtures, templates, examples, docs and vendored code. */
export function demote(fact: Fact, classOf: FileClassOf): Fact {
  if (fact.kind === 'Binding' || fact.confidence === 'low') return fact;
  return classOf(fact.at.file) === 'source' ? fact : { ...fact, confidence: 'low' };
}
