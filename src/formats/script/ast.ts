// biome-ignore lint/correctness/noUndeclaredDependencies: types only, of the parser's own dependency.
import type * as types from '@babel/types';

/** A parsed module, as `@babel/parser` makes it. */
export type File = types.File;
/** Any node of the tree. */
export type Node = types.Node;
/** The node of one type. */
export type NodeOf<T extends Node['type']> = Extract<Node, { readonly type: T }>;
