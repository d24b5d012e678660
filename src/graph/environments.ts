import type { DataStore, Entity, EntityKey, Environment, Tier } from '../model/fact.ts';
import { known } from '../model/value.ts';
import { bySource, type LinkIndex } from './link-index.ts';

/** What was found out of an index when it had so many relations and entities; passes add more. */
interface Answers {
  readonly revision: number;
  readonly environments: Map<EntityKey, readonly Environment[]>;
  readonly tiers: Map<EntityKey, Tier>;
}

const answered = new WeakMap<LinkIndex, Answers>();

function answersOf(index: LinkIndex): Answers {
  const before = answered.get(index);
  if (before?.revision === index.revision) return before;
  const answers: Answers = {
    revision: index.revision,
    environments: new Map(),
    tiers: new Map(),
  };
  answered.set(index, answers);
  return answers;
}

/**
 * Environments that reach a store: directly, through a workload, or because the store lives on one they reach. Found once for each store: hundreds
 * of environments may share one, and each of them asks.
 */
export function environmentsOf(index: LinkIndex, store: EntityKey): readonly Environment[] {
  const { environments } = answersOf(index);
  const before = environments.get(store);
  if (before !== undefined) return before;
  const reached = reaching(index, store);
  environments.set(store, reached);
  return reached;
}

function reaching(index: LinkIndex, store: EntityKey): readonly Environment[] {
  const found = new Map<EntityKey, Environment>();
  const visited = new Set<EntityKey>();
  const visit = (key: EntityKey): void => {
    if (visited.has(key)) return;
    visited.add(key);
    for (const relation of [...index.into(key, 'connects-to'), ...index.into(key, 'mounts')]) {
      const source = index.entity(relation.from);
      if (source?.kind === 'Environment') found.set(source.key, source);
      if (source?.kind !== 'Workload') continue;
      for (const inside of index.out(source.key, 'in')) {
        const environment = index.entity(inside.to);
        if (environment?.kind === 'Environment') found.set(environment.key, environment);
      }
    }
  };
  visit(store);
  for (const inside of [...index.out(store, 'placed-in')].map((edge) => index.entity(edge.to))) {
    if (inside?.kind !== 'InfraStack') continue;
    for (const environment of stagesOf(index, inside)) found.set(environment.key, environment);
  }
  for (const relation of index.into(store, 'placed-in')) {
    if (index.entity(relation.from)?.kind === 'DataStore') visit(relation.from);
  }
  return [...found.values()].sort(bySource);
}

const tierRank: Readonly<Record<Tier, number>> = {
  production: 4,
  unknown: 3,
  staging: 2,
  preview: 1,
  development: 0,
};

/** The tier that counts for an entity: the most serious of the environments it belongs to. */
export function tierOfEntity(index: LinkIndex, entity: Entity): Tier {
  const { tiers } = answersOf(index);
  const before = tiers.get(entity.key);
  if (before !== undefined) return before;
  const tier = tierFrom(index, entity);
  tiers.set(entity.key, tier);
  return tier;
}

function tierFrom(index: LinkIndex, entity: Entity): Tier {
  const tiers = environmentsFor(index, entity).map((environment) => environment.tier);
  if (entity.kind === 'DataStore' && tiers.length === 0 && known(entity.disposable) === true) {
    return 'development';
  }
  return worstTier(tiers);
}

/** `unknown` for an empty list: nothing says that it is harmless. */
function worstTier(tiers: readonly Tier[]): Tier {
  const [first, ...rest] = tiers;
  if (first === undefined) return 'unknown';
  return rest.reduce((worst, tier) => (tierRank[tier] > tierRank[worst] ? tier : worst), first);
}

function environmentsFor(index: LinkIndex, entity: Entity): readonly Environment[] {
  switch (entity.kind) {
    case 'Environment':
      return [entity];
    case 'DataStore':
      return environmentsOf(index, entity.key);
    case 'Backup':
      return index.out(entity.key, 'backs-up').flatMap((edge) => environmentsOf(index, edge.to));
    case 'Credential':
      return holdersOf(index, entity.key);
    case 'DestructiveCommand': {
      const own = stagesOf(index, entity);
      if (own.length > 0) return own;
      return index
        .out(entity.key, 'destroys')
        .filter((edge) => edge.confidence !== 'low')
        .flatMap((edge) => environmentsOf(index, edge.to));
    }
    case 'Workload':
    case 'Pipeline':
    case 'InfraStack':
      return stagesOf(index, entity);
    case 'Principal':
    case 'AuditLog':
      return index
        .out(entity.key, 'placed-in')
        .map((edge) => index.entity(edge.to))
        .flatMap((stack) => (stack === undefined ? [] : stagesOf(index, stack)));
    case 'Agent':
    case 'AgentRule':
    case 'InertSetting':
    case 'Weakness':
    case 'Tooling':
    case 'McpServer':
    case 'FailureDomain':
    case 'Guard':
    case 'Operator':
      return [];
  }
}

function stagesOf(index: LinkIndex, entity: Entity): readonly Environment[] {
  return index
    .out(entity.key, 'in')
    .map((edge) => index.entity(edge.to))
    .filter((target): target is Environment => target?.kind === 'Environment');
}

function holdersOf(index: LinkIndex, credential: EntityKey): readonly Environment[] {
  return index
    .into(credential, 'holds')
    .map((edge) => index.entity(edge.from))
    .filter((holder): holder is Environment => holder?.kind === 'Environment');
}

/** Stores in the order of the graph; a store that nothing says is disposable counts as durable. */
export function isDisposable(store: DataStore): boolean {
  return known(store.disposable) === true;
}
