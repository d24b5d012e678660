import type {
  Entity,
  EntityKey,
  EntityKind,
  EntityOf,
  Fact,
  Operator,
  Tier,
} from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
import type { Actor, Path, RiskGraph } from '../model/graph.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { SourceRange } from '../model/source.ts';
import { destructiveActs } from './catalogue.ts';
import { environmentsOf, tierOfEntity } from './environments.ts';
import { createLinkIndex, type LinkIndex, type LinkPass } from './link-index.ts';
import { authorize } from './pass-authorizes.ts';
import { destroyByCommand } from './pass-destroys.ts';
import { domainsOf, placeInDomains } from './pass-domains.ts';
import { loseBackups } from './pass-loses.ts';
import { resolveReferences } from './pass-references.ts';
import { pathsFrom } from './paths.ts';
import { executors, permission } from './permissions.ts';
import { controlSeverity, worse } from './severity.ts';

/** In this order, once each; see the architecture notes for why there is no fixpoint. */
const passes: readonly LinkPass[] = [
  resolveReferences,
  placeInDomains,
  authorize,
  destroyByCommand,
  loseBackups,
];

/**
 * Links facts into the graph that checks ask. Facts may come in any order; the result does not depend on it.
 * Environment tiers must already be what the configuration says.
 */
export function linkFacts(facts: readonly Fact[], knowledge: Knowledge): RiskGraph {
  const { index, add } = createLinkIndex(facts, knowledge);
  for (const pass of passes) add(pass(index));
  const actors = actorsOf(index);
  const blast = new Map<EntityKey, readonly Path[]>();
  const blastRadius = (actor: Actor): readonly Path[] => {
    const known = blast.get(actor.key);
    if (known !== undefined) return known;
    const paths = pathsFrom(index, actor);
    blast.set(actor.key, paths);
    return paths;
  };
  const acts = memo(() => destructiveActs(index));
  const byStore = memo(() => pathsByStore(actors.flatMap(blastRadius)));
  const worst = memo(() => worstPaths(actors.flatMap(blastRadius)));
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
    acts,
    actors: () => actors,
    blastRadius,
    pathsTo: (store) => byStore().get(store.key) ?? [],
    environments: (store) => environmentsOf(index, store.key),
    domains: (entity) => domainsOf(index, entity.key),
    tier: (entity): Tier => tierOfEntity(index, entity),
    stake: (entity): Severity => controlSeverity(worst().get(entity.key) ?? null),
  };
}

/** Configured agents and pipelines, or the operator where there are none. */
function actorsOf(index: LinkIndex): readonly Actor[] {
  const configured: readonly Actor[] = [...index.all('Agent'), ...index.all('Pipeline')];
  if (index.all('Agent').length > 0) return configured;
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

/** The worst severity of any path that goes through each entity. */
function worstPaths(paths: readonly Path[]): ReadonlyMap<EntityKey, Severity> {
  const worst = new Map<EntityKey, Severity>();
  for (const path of paths) {
    const touched: readonly Entity[] = [path.actor, ...path.hops.map((hop) => hop.to)];
    for (const entity of touched) {
      const severity = worse(worst.get(entity.key) ?? null, path.severity);
      if (severity !== null) worst.set(entity.key, severity);
    }
  }
  return worst;
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
