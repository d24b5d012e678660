import type { DataNode } from '../model/document.ts';
import { entry, items } from '../model/document.ts';
import type { SourceRange } from '../model/source.ts';

const deepest = 20;
/** Keys whose values are text whatever they look like: a fingerprint may be all digits. */
const textKeys = new Set(['fingerprint', 'until', 'reason', 'match', 'file', 'check']);

/** Plain data of a parsed tree. Shared nodes stay shared, so aliases cannot blow it up; what is too deep or computed becomes `null`. */
export function plainData(root: DataNode): unknown {
  const done = new Map<DataNode, unknown>();
  const convert = (node: DataNode, depth: number, asText: boolean): unknown => {
    if (node.type === 'scalar') return asText ? node.text : node.value;
    if (node.type === 'expr' || depth > deepest) return null;
    const known = done.get(node);
    if (known !== undefined) return known;
    const value =
      node.type === 'list'
        ? node.items.map((item) => convert(item, depth + 1, false))
        : Object.fromEntries(
            node.entries
              .filter(({ value: child }) => !isEmpty(child))
              .map(({ key, value: child }) => [key, convert(child, depth + 1, textKeys.has(key))]),
          );
    done.set(node, value);
    return value;
  };
  return convert(root, 0, false);
}

/** A key whose value is left out or commented out counts as absent. */
function isEmpty(node: DataNode): boolean {
  return node.type === 'scalar' && node.value === null;
}

/** Range of what a JSON pointer names; of its nearest parent where the tree ends before. */
export function rangeOfPointer(root: DataNode, pointer: string): SourceRange {
  let node = root;
  for (const segment of pointer.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = node.type === 'list' ? items(node)[Number(name)] : entry(node, name)?.value;
    if (next === undefined) return node.at;
    node = next;
  }
  return node.at;
}

/** Range of a key of the map that a JSON pointer names. */
export function rangeOfKey(root: DataNode, pointer: string, key: string): SourceRange {
  let node: DataNode | undefined = root;
  for (const segment of pointer.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    node = node?.type === 'list' ? items(node)[Number(name)] : entry(node, name)?.value;
  }
  return entry(node, key)?.keyAt ?? rangeOfPointer(root, pointer);
}
