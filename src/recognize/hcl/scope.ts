import { type HclValue, reference } from './hcl-value.ts';

/** What one evaluation may still spend; shared by everything that one root evaluates, so that hostile input ends. */
export interface Allowance {
  /** Expressions that may still be looked at. */
  steps: number;
  /** How deep the expression at hand stands in others, references included. */
  depth: number;
}

/** How deep expressions may stand in one another; a reference continues the depth of the expression that makes it. */
export const MAX_DEPTH = 250;
/** Items that a list or map may have. */
export const MAX_ITEMS = 5_000;
/** UTF-16 units that a text may have. */
export const MAX_TEXT = 200_000;

/** What a reference leads to, and how many of the names after the first it took to get there. */
export interface Resolved {
  readonly value: HclValue;
  readonly used: number;
}

/** Where names are looked up. */
export interface Scope {
  readonly allowance: Allowance;
  /** A name that a `for`, `dynamic`, `count` or `for_each` around the place binds. */
  readonly bound: (name: string) => HclValue | undefined;
  /** What the root of a reference and the names after it stand for: `var` and `region`, `aws_db_instance` and `main`. */
  readonly resolve: (root: string, names: readonly string[]) => Resolved;
  /** Text of a file of the tree that lies at a path as expressions write it, `null` for one that is not there. */
  readonly fileText: (path: string) => string | null;
}

/** A scope that knows no names. */
export function emptyScope(allowance: Allowance): Scope {
  return {
    allowance,
    bound: () => undefined,
    resolve: (root, names) => ({
      value: reference([root, ...names].join('.')),
      used: names.length,
    }),
    fileText: () => null,
  };
}

/** The scope with more names in it. */
export function withNames(scope: Scope, names: Readonly<Record<string, HclValue>>): Scope {
  return {
    ...scope,
    bound: (name) => (Object.hasOwn(names, name) ? names[name] : scope.bound(name)),
  };
}

/** What an evaluation may spend at most. */
export function allowance(steps: number): Allowance {
  return { steps, depth: 0 };
}
