import type { Node } from './ast.ts';

/** Deepest node that is visited; chains of a thousand `+` are real, deeper trees are attacks. */
const MAX_DEPTH = 2000;
/** Fields that hold no part of the program. */
const SKIPPED = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'errors',
  'comments',
  'tokens',
]);

/**
 * Calls `enter` for a node and everything below it, in source order, without recursion. `ancestors` runs from the
 * root to the parent; it is reused, so copy what outlives the call.
 */
export function walk(node: Node, enter: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = [];
  const pending: { readonly node: Node; readonly depth: number }[] = [{ node, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    ancestors.length = next.depth;
    enter(next.node, ancestors);
    if (next.depth >= MAX_DEPTH) continue;
    ancestors.push(next.node);
    const depth = next.depth + 1;
    for (const child of childrenOf(next.node).reverse()) pending.push({ node: child, depth });
  }
}

/** Child nodes in source order. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'object' || value === null || SKIPPED.has(key)) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) children.push(value);
    } else for (const item of value) if (isNode(item)) children.push(item);
  }
  return inSourceOrder(children)
    ? children
    : children.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** Babel lists decorators and template expressions out of order. */
function inSourceOrder(nodes: readonly Node[]): boolean {
  return nodes.every((node, index) => (nodes[index - 1]?.start ?? 0) <= (node.start ?? 0));
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
