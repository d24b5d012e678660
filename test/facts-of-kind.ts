import type { Fact, FactKind, Relation, RelationName } from '../src/model/fact.ts';

/** The facts of one kind, in their order. */
export function ofKind<K extends FactKind>(
  facts: readonly Fact[],
  kind: K,
): readonly Extract<Fact, { readonly kind: K }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

/** The relations of one name, in their order. */
export function relationsOf(facts: readonly Fact[], rel: RelationName): readonly Relation[] {
  return ofKind(facts, 'Relation').filter((fact) => fact.rel === rel);
}
