import type { Credential, EntityKey, Fact, Principal, Relation } from '../model/fact.ts';

/**
 * Gives a credential the reach of the principal that it acts as, where nothing else tells its own: a key opens what the policies of its user open.
 * Comes before linking, so that paths and stakes know it. A link that is only suspected gives nothing.
 */
export function actAsPrincipals(facts: readonly Fact[]): readonly Fact[] {
  const links = facts.filter(isSureLink);
  if (links.length === 0) return facts;
  const principals = new Map<EntityKey, Principal>();
  for (const fact of facts) {
    if (fact.kind !== 'Principal' || fact.implied) continue;
    for (const key of [fact.key, ...fact.aliases]) principals.set(key, fact);
  }
  const targets = new Map<EntityKey, Principal[]>();
  for (const { from, to } of links) {
    const principal = principals.get(to);
    if (principal !== undefined) targets.set(from, [...(targets.get(from) ?? []), principal]);
  }
  return facts.map((fact) => {
    if (fact.kind !== 'Credential') return fact;
    const found = new Set([fact.key, ...fact.aliases].flatMap((key) => targets.get(key) ?? []));
    const [principal, ...others] = found;
    // One that could be either of two is neither.
    return principal === undefined || others.length > 0 ? fact : withReachOf(fact, principal);
  });
}

function isSureLink(fact: Fact): fact is Relation {
  return fact.kind === 'Relation' && fact.rel === 'acts-as' && fact.confidence !== 'low';
}

function withReachOf(credential: Credential, { scope, actions }: Principal): Credential {
  return {
    ...credential,
    scope: credential.scope.state === 'unknown' ? scope : credential.scope,
    actions: credential.actions.state === 'unknown' ? actions : credential.actions,
  };
}
