import type { DataEntry, DataNode, ExprNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { evaluate } from './evaluate.ts';
import type { ReadNode } from './expression-cache.ts';
import {
  type HclValue,
  isList,
  isMap,
  isUnknown,
  listOf,
  mapOf,
  UNKNOWN,
  unknownOf,
} from './hcl-value.ts';
import { MAX_ITEMS, type Scope } from './scope.ts';

/** What a node of a Terraform file comes to. */
export function valueOfNode(node: DataNode, scope: Scope, read: ReadNode): HclValue {
  switch (node.type) {
    case 'scalar':
      return node.value;
    case 'list':
      return listOf(node.items.slice(0, MAX_ITEMS).map((item) => valueOfNode(item, scope, read)));
    case 'map':
      return mapOf(
        new Map(node.entries.map((entry) => [entry.key, valueOfNode(entry.value, scope, read)])),
      );
    case 'expr': {
      const expression = read(node);
      return expression === null ? UNKNOWN : evaluate(expression, scope);
    }
  }
}

/**
 * A node with its expressions replaced by what they come to. What a value of another place brings in stands where the expression stands; what
 * nobody knows stays an `expr`, with the addresses it depends on.
 */
export function evaluatedNode(node: DataNode, scope: Scope, read: ReadNode): DataNode {
  switch (node.type) {
    case 'scalar':
      return node;
    case 'list':
      return { ...node, items: node.items.map((item) => evaluatedNode(item, scope, read)) };
    case 'map': {
      const entries = node.entries.map((entry) => ({
        ...entry,
        value: evaluatedNode(entry.value, scope, read),
      }));
      return { ...node, entries };
    }
    case 'expr':
      return nodeOf(valueOfNode(node, scope, read), node);
  }
}

/** A value as a node that stands where an expression stands. */
export function nodeOf(value: HclValue, origin: Pick<ExprNode, 'text' | 'at'>): DataNode {
  const { at, text } = origin;
  if (isUnknown(value)) return { type: 'expr', text, refs: value.refs, at };
  if (isList(value))
    return { type: 'list', items: value.items.map((item) => nodeOf(item, origin)), at };
  if (!isMap(value)) return scalarNode(value, at);
  // Where other keys may be there too, nobody can say that one is not.
  if (value.rest !== null) return nodeOf(unknownOf(value), origin);
  const entries: DataEntry[] = [];
  for (const [key, item] of value.entries) {
    entries.push({ key, keyAt: at, labels: [], value: nodeOf(item, origin) });
  }
  return { type: 'map', entries, at };
}

/** A constant as a node. */
export function scalarNode(value: string | number | boolean | null, at: SourceRange): DataNode {
  return {
    type: 'scalar',
    value,
    text: value === null ? '' : String(value),
    map: [[0, at.start]],
    at,
  };
}
