import type { Confidence, EntityKey, Relation, RelationName } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';

/** Id of this collector. */
export const id = 'kubernetes';

/** What every entity of this collector starts from. */
export function base(key: EntityKey, name: string, at: SourceRange, confidence: Confidence) {
  const aliases: readonly EntityKey[] = [];
  return { key, aliases, name, at, collector: id, implied: false, confidence };
}

/** An edge between two entities. */
export function relation(
  rel: RelationName,
  from: EntityKey,
  to: EntityKey,
  because: string,
  at: SourceRange,
  confidence: Confidence,
): Relation {
  return { kind: 'Relation', rel, from, to, actions: [], because, at, confidence };
}
