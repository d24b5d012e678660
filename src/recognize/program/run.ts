import type { Node } from '../../formats/script/ast.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import type { InstanceVal, Scope, Val } from './value.ts';

/** What a reader of one library wants to know while a program is followed. */
export interface Host {
  /** Name of a module that is not part of the program. */
  readonly moduleName: (specifier: string) => string;
  /** Name of what a library's module or class has under a key. */
  readonly memberName: (name: string, key: string) => string;
  /** An object of a library's class, or of one that extends it, was made. `isSure`: no condition decides it that nobody can know. */
  readonly made: (
    className: string,
    instance: InstanceVal,
    args: readonly Val[],
    isSure: boolean,
  ) => void;
  /** A function of a library was called; what it makes, where that is known. */
  readonly invoked: (name: string, args: readonly Val[], at: SourceRange) => Val | undefined;
  /** A method was called on something that is not the program's own; its result where that is known. */
  readonly called: (target: Val, method: string, args: readonly Val[]) => Val | undefined;
  /** What a name stands for that the program does not declare, where its surroundings do; absent: nothing is. */
  readonly global?: (name: string, at: SourceRange) => Val | undefined;
  /** A property was set on a part of an instance. */
  readonly assigned: (instance: InstanceVal, key: string, value: Val) => void;
}

/** How a statement ended. */
export type Completion =
  | { readonly kind: 'normal' }
  | { readonly kind: 'return'; readonly value: Val }
  | { readonly kind: 'stop' };

/** One walk through a program. Its parts call each other through it. */
export interface Run {
  readonly host: Host;
  /** Steps that are left, over the whole program. */
  steps: number;
  /** Calls that are open. */
  depth: number;
  /** Expressions and blocks inside of each other, calls included. */
  level: number;
  /** Branches that may not be taken, around what is being followed. */
  doubt: number;
  /** Values that a call may have returned before it went on, innermost call last. */
  readonly returns: Val[][];
  /** Calls that the walk itself answers. */
  readonly natives: WeakMap<Val, (args: readonly Val[]) => void>;
  readonly evaluate: (node: Node, scope: Scope) => Val;
  readonly execute: (statements: readonly Node[], scope: Scope) => Completion;
  readonly callValue: (callee: Val, args: readonly Val[], at: SourceRange) => Val;
  /** Methods of lists, texts and objects that every program has; `undefined` for all others. */
  readonly callMethod: (
    object: Val,
    key: string,
    args: readonly Val[],
    at: SourceRange,
  ) => Val | undefined;
  readonly construct: (callee: Val, args: readonly Val[], at: SourceRange) => Val;
  readonly member: (object: Val, key: string, at: SourceRange) => Val;
  /** What a module exports under a name; `null`: everything. */
  readonly imported: (
    from: FilePath,
    specifier: string,
    name: string | null,
    at: SourceRange,
  ) => Val;
  /** What `export` makes known of a module. */
  readonly exported: (file: FilePath, name: string, value: Val) => void;
}

/** Steps that one program may take. */
export const MAX_STEPS = 400_000;
/** Deepest expression or block: chains of hundreds of `+` are real. */
export const MAX_LEVEL = 700;
/** Calls inside of calls. */
export const MAX_DEPTH = 60;

/** Source range of a node. */
export function rangeOf(node: Node, scope: Scope): SourceRange {
  return { file: scope.file, start: node.start ?? 0, end: node.end ?? 0 };
}

/** A scope inside of another. */
export function innerScope(parent: Scope, self: Val | null = parent.self): Scope {
  return { names: new Map(), parent, self, file: parent.file };
}

/** The value of a name, `undefined` where the program does not declare it. */
export function lookUp(scope: Scope, name: string): Val | undefined {
  for (let one: Scope | null = scope; one !== null; one = one.parent) {
    const value = one.names.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Sets a name where it is declared. */
export function assign(scope: Scope, name: string, value: Val): void {
  for (let one: Scope | null = scope; one !== null; one = one.parent) {
    if (!one.names.has(name)) continue;
    one.names.set(name, value);
    return;
  }
}
