import type { Credential, EntityKey, Fact, Relation } from '../../model/fact.ts';

/** Why the holder has a credential; where that stands, and how sure it is, where it is not simply the credential's own place. */
type Reason = Pick<Relation, 'because'> & Partial<Pick<Relation, 'at' | 'confidence'>>;

/** An agent or server holds what is written into its own settings: it has the credentials among `facts` without looking for them. */
export function heldCredentials(
  holder: EntityKey,
  facts: readonly Fact[],
  reason: (credential: Credential) => Reason,
): readonly Relation[] {
  return facts.flatMap((fact): readonly Relation[] => {
    if (fact.kind !== 'Credential') return [];
    const { at, because, confidence } = {
      at: fact.at,
      confidence: 'high' as const,
      ...reason(fact),
    };
    return [
      {
        kind: 'Relation',
        rel: 'holds',
        from: holder,
        to: fact.key,
        actions: [],
        because,
        at,
        confidence,
      },
    ];
  });
}

/** The same for secrets inside rules or arguments; `where` says which: `a permission rule`. */
export function heldInText(
  agent: EntityKey,
  facts: readonly Fact[],
  where: string,
): readonly Relation[] {
  return heldCredentials(agent, facts, ({ name }) => ({
    because: `"${name}" is written into ${where}`,
  }));
}
