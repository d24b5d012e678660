import type { DataStore, EntityKey } from './fact.ts';
import { type Severity, severities } from './finding.ts';
import type { RiskGraph } from './graph.ts';
import type { SourceRange } from './source.ts';
import { known, type Value } from './value.ts';

/** A control that a store lacks. */
export interface Lack {
  /** The setting that switches it off, or what declares the store. */
  readonly at: SourceRange;
  /** Somebody wrote it, the vendor's default did not. */
  readonly isWritten: boolean;
  readonly severity: Severity;
}

/**
 * What a missing control on a store is worth: medium on production, whatever a path through the store says beyond that, and nothing where losing the
 * store costs nothing. Where nobody can tell the tier, what a vendor has off by default is worth a word only if a path needs it.
 */
export function lackOf(store: DataStore, graph: RiskGraph, setting: Value<unknown>): Lack | null {
  if (store.implied || store.holds === 'cache' || known(store.disposable) === true) return null;
  const isWritten = setting.state === 'set';
  const stake = graph.stake(store);
  switch (graph.tier(store)) {
    case 'production':
      return { at: setting.at, isWritten, severity: worse(stake, 'medium') };
    case 'unknown':
      return stake === 'low' && !isWritten ? null : { at: setting.at, isWritten, severity: stake };
    case 'staging':
    case 'development':
    case 'preview':
      return null;
  }
}

/** Stores that one finding speaks for. */
export interface Spoken {
  readonly stores: readonly DataStore[];
  /** Of the worst of them. */
  readonly severity: Severity;
}

/**
 * The stores that lack a control for one reason: the same line of code, wherever a module with it is used, or the same default of the same product in
 * one stack. The first of them speaks; `null` for the others.
 */
export function speaksFor(
  store: DataStore,
  lack: Lack,
  graph: RiskGraph,
  lackIn: (other: DataStore) => Lack | null,
): Spoken | null {
  const beside = lack.isWritten ? declaredAt(store, graph) : stackOf(store, graph);
  // What another stack declares by the same code is spoken for there.
  const isFirstTwin = (one: DataStore) =>
    declaredAt(one, graph).find((twin) => isAlike(twin, store, lack, lackIn))?.key === one.key;
  const speaks = (one: DataStore) => isAlike(one, store, lack, lackIn) && isFirstTwin(one);
  // The search ends at the first, so that a stack of many such stores is not gone through once for each of them.
  if (beside.find(speaks)?.key !== store.key) return null;
  const stores = new Map(
    beside
      .filter(speaks)
      .flatMap((one) => [one, ...declaredAt(one, graph)])
      .filter((one) => isAlike(one, store, lack, lackIn))
      .map((one) => [one.key, one]),
  );
  const all = [...stores.values()];
  return {
    stores: all,
    severity: all.map((one) => lackIn(one)?.severity ?? 'low').reduce(worse),
  };
}

/** The stores of its stack, itself among them. */
function stackOf(store: DataStore, graph: RiskGraph): readonly DataStore[] {
  const [stack] = graph.from(store, 'placed-in', 'InfraStack');
  const found = stack === undefined ? undefined : neighbours(graph).byStack.get(stack.key);
  return found ?? [store];
}

function isAlike(
  other: DataStore,
  store: DataStore,
  lack: Lack,
  lackIn: (other: DataStore) => Lack | null,
): boolean {
  if (other.product !== store.product) return false;
  const theirs = lackIn(other);
  if (theirs === null || theirs.isWritten !== lack.isWritten) return false;
  return !lack.isWritten || placeOf(theirs.at) === placeOf(lack.at);
}

/** Stores in the order of the graph, looked up again and again. */
interface Neighbours {
  /** By the piece of code that declares them. */
  readonly byPlace: ReadonlyMap<string, readonly DataStore[]>;
  readonly byStack: ReadonlyMap<EntityKey, readonly DataStore[]>;
}

/** Made once for each graph. */
const made = new WeakMap<RiskGraph, Neighbours>();

function neighbours(graph: RiskGraph): Neighbours {
  const known = made.get(graph);
  if (known !== undefined) return known;
  const byPlace = new Map<string, DataStore[]>();
  for (const store of graph.all('DataStore')) {
    const list = byPlace.get(placeOf(store.at));
    if (list === undefined) byPlace.set(placeOf(store.at), [store]);
    else list.push(store);
  }
  const byStack = new Map(
    graph
      .all('InfraStack')
      .map((stack) => [stack.key, graph.into(stack, 'placed-in', 'DataStore')]),
  );
  const result: Neighbours = { byPlace, byStack };
  made.set(graph, result);
  return result;
}

function declaredAt(store: DataStore, graph: RiskGraph): readonly DataStore[] {
  return neighbours(graph).byPlace.get(placeOf(store.at)) ?? [store];
}

function placeOf(at: SourceRange): string {
  return `${at.file}:${at.start}`;
}

/** `"a"`, or `"a" and 2 others like it`. */
export function nameOf(stores: readonly DataStore[]): string {
  const [first, ...others] = stores;
  const name = `"${first?.name ?? ''}"`;
  if (others.length === 0) return name;
  return `${name} and ${others.length} ${others.length === 1 ? 'other' : 'others'} like it`;
}

/** Something refuses to take the store away, whoever asks or at least the tool that made it. */
export function isHeld(store: DataStore, graph: RiskGraph): boolean {
  if (known(store.deletionProtection) === true) return true;
  return graph.from(store, 'guarded-by', 'Guard').some((guard) => guard.strength === 'blocks');
}

/** Somebody has a way to destroy it that is more than a guess. */
export function isReached(store: DataStore, graph: RiskGraph): boolean {
  return graph.pathsTo(store).some(({ confidence }) => confidence !== 'low');
}

/** The worse of two. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}
