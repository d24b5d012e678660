import type { Credential, Entity, Environment, FailureDomain, Relation } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import type { LinkIndex } from './link-index.ts';

/** A key that an environment holds, and the edge that says so. */
interface Held {
  readonly environment: Environment;
  readonly credential: Credential;
  readonly edge: Relation;
}

/**
 * Puts environments into the account that their keys tell, where different keys of one account stand in several. One key that several hold is a
 * finding of its own, about the key. No vendor promises what its keys tell, so the confidence is medium at most.
 */
export function placeByKeys(index: LinkIndex): readonly (Relation | Entity)[] {
  const accounts = new Map<string, Held[]>();
  for (const edge of index.relations('holds')) {
    const environment = index.entity(edge.from);
    const credential = index.entity(edge.to);
    if (environment?.kind !== 'Environment' || credential?.kind !== 'Credential') continue;
    const account = accountOf(index, credential);
    if (account === null) continue;
    const held = { environment, credential, edge };
    const known = accounts.get(account);
    if (known === undefined) accounts.set(account, [held]);
    else known.push(held);
  }
  return [...accounts].flatMap(([account, held]) => {
    const [first] = held;
    const keys = new Set(held.map(({ credential }) => credential.key));
    return first === undefined || keys.size < 2 ? [] : placedIn(index, account, first, held);
  });
}

/** `<vendor>:account/<number>`, the key that profiles and infrastructure code give to the same account. */
function accountOf(index: LinkIndex, credential: Credential): string | null {
  const { provider, product, belongsTo, form, confidence } = credential;
  if (provider === null || belongsTo === undefined) return null;
  if (form !== 'literal' || confidence === 'low') return null;
  const spec = index.knowledge.provider(provider)?.credentials.find(({ id }) => id === product);
  return spec?.tellsAccount === true ? `${provider}:account/${belongsTo}` : null;
}

function placedIn(
  index: LinkIndex,
  account: string,
  { credential, edge }: Held,
  held: readonly Held[],
): readonly (Relation | Entity)[] {
  const title = index.knowledge.provider(credential.provider ?? '')?.title ?? credential.provider;
  const domain: FailureDomain = {
    kind: 'FailureDomain',
    key: entityKey(account),
    aliases: [],
    name: `${title} account ${credential.belongsTo}`,
    at: edge.at,
    collector: 'graph',
    implied: true,
    confidence: 'medium',
    level: 'account',
  };
  const edges = held.map(
    ({ environment, credential: key, edge: { at } }): Relation => ({
      kind: 'Relation',
      rel: 'in',
      from: environment.key,
      to: domain.key,
      actions: [],
      because: `"${key.name}" there is a key of ${domain.name}`,
      at,
      confidence: weaker(key.confidence, 'medium'),
    }),
  );
  return [domain, ...edges];
}
