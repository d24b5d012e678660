import type {
  Entity,
  EntityKey,
  EntityKind,
  EntityOf,
  Fact,
  Operator,
  Relation,
  Tier,
} from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
import type { Actor, Path, RiskGraph } from '../model/graph.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { SourceRange } from '../model/source.ts';
import { actAsPrincipals } from './act-as.ts';
import { edgesOf } from './actor-edges.ts';
import { destructiveActs } from './catalogue.ts';
import { environmentsOf, tierOfEntity } from './environments.ts';
import { createLinkIndex, type LinkIndex, type LinkPass } from './link-index.ts';
import { actByHand } from './pass-acts.ts';
import { authorize } from './pass-authorizes.ts';
import { runCalls, withLeadingLines } from './pass-calls.ts';
import { deleteCopies } from './pass-deletes-copies.ts';
import { destroyByCommand } from './pass-destroys.ts';
import { destroyByDirectory } from './pass-directories.ts';
import { domainsOf, placeInDomains } from './pass-domains.ts';
import { placeByKeys } from './pass-key-accounts.ts';
import { likelyHolders } from './pass-likely-holders.ts';
import { backUpLocalServers } from './pass-local-dumps.ts';
import { loseBackups } from './pass-loses.ts';
import { resolveReferences } from './pass-references.ts';
import { destroyByStack } from './pass-stacks.ts';
import { type Reach, reachOf } from './paths.ts';
import { executors, permission } from './permissions.ts';
import { controlSeverity, worse } from './severity.ts';

/** In this order, once each; see the architecture notes for why there is no fixpoint. */
const passes: readonly LinkPass[] = [
  resolveReferences,
  runCalls,
  placeInDomains,
  placeByKeys,
  actByHand,
  destroyByStack,
  authorize,
  destroyByCommand,
  destroyByDirectory,
  backUpLocalServers,
  loseBackups,
  likelyHolders,
  deleteCopies,
];

/**
 * Links facts into the graph that checks ask. Facts may come in any order; the result does not depend on it.
 * Environment tiers must already be what the configuration says.
 */
export function linkFacts(facts: readonly Fact[], knowledge: Knowledge): RiskGraph {
  const { index, add } = createLinkIndex(withLeadingLines(actAsPrincipals(facts)), knowledge);
  for (const pass of passes) add(pass(index));
  const actors = actorsOf(index);
  const reaches = new Map<EntityKey, Reach>();
  const reachFrom = (actor: Actor): Reach => {
    const known = reaches.get(actor.key);
    if (known !== undefined) return known;
    const reach = reachOf(index, actor);
    reaches.set(actor.key, reach);
    return reach;
  };
  const blastRadius = (actor: Actor): readonly Path[] => reachFrom(actor).paths;
  const acts = memo(() => destructiveActs(index));
  const byStore = memo(() => pathsByStore(actors.flatMap(blastRadius)));
  const worst = memo(() => worstOf(actors.map((actor) => reachFrom(actor).worst)));
  const agentReads = memo(() => readsOf(index, actors));
  return {
    all: (kind) => index.all(kind),
    entity: (key) => index.entity(key),
    from: (entity, rel, kind) => ends(index, index.out(entity.key, rel), 'to', kind),
    into: (entity, rel, kind) => ends(index, index.into(entity.key, rel), 'from', kind),
    edges: (entity, rel) => index.out(entity.key, rel),
    edgesInto: (entity, rel) => index.into(entity.key, rel),
    places: (entity) => index.places(entity.key).map((place) => ({ ...place, label: entity.name })),
    rules: (agent) => index.rules(agent.key),
    permission: (agent, request) => permission(agent, index.rules(agent.key), request),
    executors: (agent) => executors(agent, index.rules(agent.key)),
    reads: (agent, credential) => agentReads().get(`${agent.key} ${credential.key}`),
    acts,
    actors: () => actors,
    blastRadius,
    pathsTo: (store) => byStore().get(store.key) ?? [],
    environments: (store) => environmentsOf(index, store.key),
    domains: (entity) => domainsOf(index, entity.key),
    tier: (entity): Tier => tierOfEntity(index, entity),
    stake: (entity): Severity => controlSeverity(worstThrough(index, worst(), entity)),
  };
}

/** Configured agents and pipelines, or the operator where there are none. */
function actorsOf(index: LinkIndex): readonly Actor[] {
  const configured: readonly Actor[] = [...index.all('Agent'), ...index.all('Pipeline')];
  // An agent of the pipeline says nothing about who works here.
  if (index.all('Agent').some((agent) => agent.runsIn !== 'pipeline')) return configured;
  const at = firstPlace(index);
  return at === undefined ? configured : [...configured, operator(at)];
}

function firstPlace(index: LinkIndex): SourceRange | undefined {
  return (index.all('Credential')[0] ?? index.all('DestructiveCommand')[0])?.at;
}

function operator(at: SourceRange): Operator {
  return {
    kind: 'Operator',
    key: entityKey('operator:anyone'),
    aliases: [],
    name: 'anyone who works here',
    at,
    collector: 'graph',
    implied: true,
    confidence: 'high',
    folder: '',
  };
}

function pathsByStore(paths: readonly Path[]): ReadonlyMap<EntityKey, readonly Path[]> {
  const table = new Map<EntityKey, Path[]>();
  for (const path of paths) {
    const list = table.get(path.store.key);
    if (list === undefined) table.set(path.store.key, [path]);
    else list.push(path);
  }
  return table;
}

/** The worst of several actors' paths through each entity. */
function worstOf(
  all: readonly ReadonlyMap<EntityKey, Severity>[],
): ReadonlyMap<EntityKey, Severity> {
  const worst = new Map<EntityKey, Severity>();
  for (const [key, severity] of all.flatMap((one) => [...one])) {
    worst.set(key, worse(worst.get(key) ?? null, severity) ?? severity);
  }
  return worst;
}

/** How agents read credentials, by agent and credential. */
function readsOf(index: LinkIndex, actors: readonly Actor[]): ReadonlyMap<string, Relation> {
  const reads = new Map<string, Relation>();
  for (const actor of actors) {
    if (actor.kind !== 'Agent') continue;
    for (const { edge } of edgesOf(index, actor)) {
      if (edge.rel === 'reads') reads.set(`${actor.key} ${edge.to}`, edge);
    }
  }
  return reads;
}

/** The worst path that a control on this entity would have stood in: its own, or its agent's, or any where everybody shares it. */
function worstThrough(
  index: LinkIndex,
  worst: ReadonlyMap<EntityKey, Severity>,
  entity: Entity,
): Severity | null {
  switch (entity.kind) {
    case 'InertSetting':
    case 'AgentRule':
      return worst.get(entity.agent) ?? null;
    case 'Weakness': {
      const owner = index.entity(entity.owner);
      if (owner?.kind === 'Agent') return worst.get(owner.key) ?? null;
      return anyOf(worst);
    }
    case 'Workload':
      return anyOf(worst);
    default:
      return worst.get(entity.key) ?? null;
  }
}

function anyOf(worst: ReadonlyMap<EntityKey, Severity>): Severity | null {
  return [...worst.values()].reduce<Severity | null>((most, one) => worse(most, one), null);
}

function ends<K extends EntityKind>(
  index: LinkIndex,
  edges: readonly { readonly from: EntityKey; readonly to: EntityKey }[],
  end: 'from' | 'to',
  kind: K,
): readonly EntityOf<K>[] {
  const found = new Map<EntityKey, EntityOf<K>>();
  for (const edge of edges) {
    const entity = index.entity(edge[end]);
    if (entity?.kind === kind) found.set(entity.key, entity as EntityOf<K>); // narrowed by kind just above
  }
  return [...found.values()];
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
