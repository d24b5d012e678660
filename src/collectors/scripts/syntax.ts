import { programOf } from '../../formats/script/parse.ts';
import { walk } from '../../formats/script/walk.ts';
import type { ScriptDocument } from '../../model/document.ts';

/** A node of the module's syntax tree, read field by field: every field may be missing in a broken file. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** A module's tree with the way up from every node. */
export interface SyntaxTree {
  /** In source order, a node before what is inside it. */
  readonly nodes: readonly SyntaxNode[];
  parent(node: SyntaxNode): SyntaxNode | undefined;
}

/** Indexes the tree of a module. */
export function syntaxTree(document: ScriptDocument): SyntaxTree {
  const parents = new Map<SyntaxNode, SyntaxNode>();
  const nodes: SyntaxNode[] = [];
  walk(programOf(document), (node, above) => {
    if (!isNode(node)) return;
    nodes.push(node);
    const parent = above.at(-1);
    if (isNode(parent)) parents.set(node, parent);
  });
  return { nodes, parent: (node) => parents.get(node) };
}

/** The node in a field, `undefined` for anything else. */
export function field(node: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const value = node?.[name];
  return isNode(value) ? value : undefined;
}

/** The nodes in a list field. */
export function list(node: SyntaxNode | undefined, name: string): readonly SyntaxNode[] {
  const value = node?.[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text in a field, `undefined` for anything else. */
export function text(node: SyntaxNode | undefined, name: string): string | undefined {
  const value = node?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** Name of an identifier or of the property a member expression ends in: `rl.question` is `question`. */
export function lastName(node: SyntaxNode | undefined): string | undefined {
  switch (node?.type) {
    case 'Identifier':
      return text(node, 'name');
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return propertyName(node, 'property');
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'AwaitExpression':
      return lastName(field(node, 'expression') ?? field(node, 'argument'));
    default:
      return undefined;
  }
}

/** Name of a property or member as written: an identifier, or a string in brackets or quotes. */
export function propertyName(node: SyntaxNode | undefined, name: string): string | undefined {
  const key = field(node, name);
  if (key?.type === 'StringLiteral') return text(key, 'value');
  return key?.type === 'Identifier' && node?.['computed'] !== true ? text(key, 'name') : undefined;
}

/** Value of a property of an object expression, shorthand included. */
export function property(object: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  const found = list(object, 'properties').findLast((one) => propertyName(one, 'key') === name);
  return field(found, 'value');
}

/** Strips casts, `await` and brackets that do not change which value is meant. */
export function bare(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let current = node;
  for (let step = 0; step < 20; step += 1) {
    switch (current?.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
        current = field(current, 'expression');
        break;
      case 'AwaitExpression':
        current = field(current, 'argument');
        break;
      default:
        return current;
    }
  }
  return current;
}

/** Nodes around this one, innermost first. */
export function* ancestors(tree: SyntaxTree, node: SyntaxNode): Generator<SyntaxNode> {
  for (let up = tree.parent(node); up !== undefined; up = tree.parent(up)) yield up;
}

/** Innermost function around a node. */
export function functionAround(tree: SyntaxTree, node: SyntaxNode): SyntaxNode | undefined {
  for (const up of ancestors(tree, node)) if (isFunction(up)) return up;
  return undefined;
}

/** Whether the node is a function of any syntax. */
export function isFunction(node: SyntaxNode): boolean {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|Class(?:Private)?Method)$/.test(
    node.type,
  );
}

/** Whether the node is a call, optional or not. */
export function isCall(node: SyntaxNode): boolean {
  return /^(?:Optional)?CallExpression$/.test(node.type);
}

/** Whether one node lies inside another, or is it. */
export function inside(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}
