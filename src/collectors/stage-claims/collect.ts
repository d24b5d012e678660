import type { DataStore, Environment, Fact, Relation, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { unknown } from '../../model/value.ts';
import { type Claim, claimsIn } from './claims.ts';

const collector = 'stage-claims';

/** One store for each kind of thing that production is said to share, wherever it is said. */
export const collect: Collect = (unit) =>
  unit.documents.flatMap((document) => claimsIn(document).flatMap(factsOf));

function factsOf(claim: Claim): readonly Fact[] {
  const { holds, at } = claim;
  const store: DataStore = {
    ...base(`claims:production/${holds}`, `the ${holds} of production`, claim),
    kind: 'DataStore',
    provider: null,
    product: holds,
    holds,
    deletionProtection: unknown('external', at),
    disposable: unknown('external', at),
  };
  return [
    store,
    ...(['production', claim.tier] as const).flatMap((tier) => use(tier, store, claim)),
  ];
}

function use(tier: Tier, store: DataStore, claim: Claim): readonly Fact[] {
  const { at, sentence } = claim;
  const environment: Environment = {
    ...base(`claims:environment/${tier}`, `${tier}, by what ${at.file} says`, claim),
    kind: 'Environment',
    tier,
  };
  const link: Relation = {
    kind: 'Relation',
    rel: 'connects-to',
    from: environment.key,
    to: store.key,
    actions: [],
    because: `"${sentence}" says so`,
    at,
    confidence: 'low',
  };
  return [environment, link];
}

function base(key: string, name: string, { at }: Claim) {
  return {
    key: entityKey(key),
    aliases: [],
    name,
    at,
    collector,
    implied: true,
    confidence: 'low',
  } as const;
}
