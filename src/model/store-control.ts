import type { DataStore } from './fact.ts';
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

/**
 * The stores of one stack that lack a control for one reason: the same line of code, or the same default of the same product. The first of them
 * speaks; `null` for the others.
 */
export function speaksFor(
  store: DataStore,
  lack: Lack,
  graph: RiskGraph,
  lackIn: (other: DataStore) => Lack | null,
): readonly DataStore[] | null {
  const [stack] = graph.from(store, 'placed-in', 'InfraStack');
  if (stack === undefined) return [store];
  const alike = graph.into(stack, 'placed-in', 'DataStore').filter((other) => {
    if (other.product !== store.product) return false;
    const theirs = other.key === store.key ? lack : lackIn(other);
    if (theirs === null || theirs.isWritten !== lack.isWritten) return false;
    return !lack.isWritten || isSame(theirs.at, lack.at);
  });
  return alike[0]?.key === store.key ? alike : null;
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

/** The worse of two. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}

function isSame(a: SourceRange, b: SourceRange): boolean {
  return a.file === b.file && a.start === b.start;
}
