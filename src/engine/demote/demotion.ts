import type { FileClass } from '../../config/config.ts';
import type { Entity, Fact, Relation } from '../../model/fact.ts';
import type { ProviderFacts } from '../../model/knowledge.ts';
import type { FilePath } from '../../model/source.ts';

/** What a reason to doubt a fact may look at. */
export interface Evidence {
  readonly facts: readonly Fact[];
  /** Class of a file by its path and the configuration; `source` is the only one that counts in full. */
  readonly classOf: (file: FilePath) => FileClass;
  /** Of the files that facts point into. */
  readonly texts: ReadonlyMap<FilePath, string>;
  readonly packs: readonly ProviderFacts[];
  /** ISO date of the scan. */
  readonly today: string;
}

/** One reason to doubt facts: says of each fact of a tree whether the reason holds. */
export type Demotion = (evidence: Evidence) => (fact: Entity | Relation) => boolean;
