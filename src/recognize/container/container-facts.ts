import type {
  Confidence,
  EntityKey,
  FailureDomain,
  Relation,
  RelationName,
} from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';

/** Makes what every entity of a collector starts from. */
export function baseOf(collector: string) {
  return (key: EntityKey, name: string, at: SourceRange, confidence: Confidence) => {
    const aliases: readonly EntityKey[] = [];
    return { key, aliases, name, at, collector, implied: false, confidence };
  };
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

/** An account of its own for a copy that is sent away: which one, nobody can know. */
export function awayFacts(
  collector: string,
  copy: EntityKey,
  where: string,
  at: SourceRange,
  confidence: Confidence,
): readonly [FailureDomain, Relation] {
  const domain: FailureDomain = {
    ...baseOf(collector)(entityKey(`${copy}/away`), `what ${where} names`, at, 'medium'),
    kind: 'FailureDomain',
    implied: true,
    level: 'account',
  };
  return [domain, relation('placed-in', copy, domain.key, `${where} leads there`, at, confidence)];
}
