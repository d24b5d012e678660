import type { Node } from '../../formats/script/ast.ts';
import type { SourceRange } from '../../model/source.ts';

/** What an expression of a program comes to, as far as its text alone decides. */
export type Val =
  | PlainVal
  | ListVal
  | ObjectVal
  | OuterVal
  | CallVal
  | InstanceVal
  | ClosureVal
  | ClassVal
  | UnknownVal;

export interface PlainVal {
  readonly kind: 'plain';
  readonly value: string | number | boolean | null | undefined;
  readonly at: SourceRange;
}

export interface ListVal {
  readonly kind: 'list';
  readonly items: Val[];
  /** More may be in it than is known. */
  isOpen: boolean;
  readonly at: SourceRange;
}

/** A property with the place of its value where the object is written. */
export interface Property {
  readonly value: Val;
  readonly keyAt: SourceRange;
  readonly at: SourceRange;
}

export interface ObjectVal {
  readonly kind: 'object';
  readonly props: Map<string, Property>;
  /** It may have properties that nobody can know. */
  isOpen: boolean;
  readonly at: SourceRange;
}

/** Something of a library, by module and name: `aws-cdk-lib/aws-rds.DatabaseInstance`. */
export interface OuterVal {
  readonly kind: 'outer';
  readonly name: string;
  readonly at: SourceRange;
}

/** What a function of a library returned. */
export interface CallVal {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Val[];
  readonly at: SourceRange;
}

/** An object that `new` made. */
export interface InstanceVal {
  readonly kind: 'instance';
  /** The library's class that it is, or that its class extends. */
  outer: string | null;
  /** What `new` was handed, whatever its class passes on. */
  readonly given: readonly Val[];
  readonly fields: Map<string, Val>;
  readonly methods: Map<string, Val>;
  readonly at: SourceRange;
}

export interface ClosureVal {
  readonly kind: 'closure';
  readonly node: Extract<Node, { readonly params: readonly Node[]; readonly body: Node }>;
  readonly scope: Scope;
  readonly self: Val | null;
  readonly at: SourceRange;
}

export interface ClassVal {
  readonly kind: 'class';
  readonly node: Extract<Node, { readonly type: 'ClassDeclaration' | 'ClassExpression' }>;
  readonly scope: Scope;
  readonly statics: Map<string, Val>;
  readonly at: SourceRange;
}

export interface UnknownVal {
  readonly kind: 'unknown';
  /** How the program writes it where it is a plain path of names: `process.env.STAGE`. */
  readonly name: string;
  /** The instance that it is a part of. */
  readonly of: InstanceVal | null;
  readonly at: SourceRange;
}

/** Names of one block, function or module, and the object that `this` is. */
export interface Scope {
  readonly names: Map<string, Val>;
  readonly parent: Scope | null;
  readonly self: Val | null;
  /** File whose text the code stands in. */
  readonly file: SourceRange['file'];
}

export function unknownVal(at: SourceRange, name = '', of: InstanceVal | null = null): UnknownVal {
  return { kind: 'unknown', name, of, at };
}

export function plainVal(value: PlainVal['value'], at: SourceRange): PlainVal {
  return { kind: 'plain', value, at };
}

/** Whether a condition holds; `undefined` where that cannot be known. */
export function truthOf(value: Val): boolean | undefined {
  if (value.kind === 'plain') return Boolean(value.value);
  return value.kind === 'unknown' || value.kind === 'call' || value.kind === 'outer'
    ? undefined
    : true;
}

/** The value where two ways lead to the same one. */
export function agreed(one: Val, other: Val, at: SourceRange): Val {
  if (one === other) return one;
  if (one.kind === 'plain' && other.kind === 'plain' && one.value === other.value) return one;
  if (one.kind === 'outer' && other.kind === 'outer' && one.name === other.name) return one;
  return unknownVal(at);
}

/** The text that a value is. */
export function textOf(value: Val | undefined): string | undefined {
  return value?.kind === 'plain' && typeof value.value === 'string' ? value.value : undefined;
}

/** A property's value, `undefined` where there is none. */
export function propOf(value: Val | undefined, name: string): Val | undefined {
  return value?.kind === 'object' ? value.props.get(name)?.value : undefined;
}
