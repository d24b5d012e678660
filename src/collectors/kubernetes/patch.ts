import {
  at,
  type DataEntry,
  type DataNode,
  entries,
  items,
  type MapNode,
} from '../../model/document.ts';
import { text } from './object.ts';

/** Lists that kustomize merges item by item, and the field that tells their items apart. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
};
const maxDepth = 60;

/**
 * A strategic merge patch laid over an object. `null` deletes, `$patch: delete` and `$patch: replace` do what they say.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/ (read 2026-11-21)
 */
export function merged(
  base: DataNode | undefined,
  patch: DataNode,
  key = '',
  depth = 0,
): DataNode | undefined {
  if (depth > maxDepth) return base;
  if (patch.type === 'scalar') return patch.value === null ? undefined : patch;
  if (patch.type === 'map') {
    const directive = text(patch, '$patch');
    if (directive === 'delete') return undefined;
    if (directive === 'replace' || base?.type !== 'map') return withoutDirectives(patch);
    return mergedMap(base, patch, depth);
  }
  const mergeKey = Object.hasOwn(mergeKeys, key) ? mergeKeys[key] : undefined;
  if (patch.type === 'list' && base?.type === 'list' && mergeKey !== undefined) {
    return { ...base, items: mergedItems(base.items, patch.items, mergeKey, depth) };
  }
  return patch;
}

function mergedMap(base: MapNode, patch: MapNode, depth: number): MapNode {
  const changed = new Map<string, DataEntry>();
  for (const entry of patch.entries) if (!entry.key.startsWith('$')) changed.set(entry.key, entry);
  const result: DataEntry[] = [];
  for (const entry of base.entries) {
    const change = changed.get(entry.key);
    if (change === undefined) {
      result.push(entry);
      continue;
    }
    changed.delete(entry.key);
    const value = merged(entry.value, change.value, entry.key, depth + 1);
    if (value !== undefined) result.push({ ...change, value });
  }
  for (const entry of changed.values()) {
    const value = merged(undefined, entry.value, entry.key, depth + 1);
    if (value !== undefined) result.push({ ...entry, value });
  }
  return { ...base, entries: result };
}

function mergedItems(
  base: readonly DataNode[],
  patch: readonly DataNode[],
  key: string,
  depth: number,
): readonly DataNode[] {
  const result = [...base];
  const position = new Map(base.map((item, index) => [text(item, key), index] as const));
  const dropped = new Set<number>();
  for (const item of patch) {
    const found = position.get(text(item, key));
    if (found === undefined) {
      const value = merged(undefined, item, '', depth + 1);
      if (value !== undefined) result.push(value);
      continue;
    }
    const value = merged(result[found], item, '', depth + 1);
    if (value === undefined) dropped.add(found);
    else result[found] = value;
  }
  return result.filter((_, index) => !dropped.has(index));
}

function withoutDirectives(patch: MapNode): MapNode {
  const kept = patch.entries.filter(
    ({ key, value }) => !key.startsWith('$') && !(value.type === 'scalar' && value.value === null),
  );
  return kept.length === patch.entries.length ? patch : { ...patch, entries: kept };
}

/** A list of JSON patch operations laid over an object; operations that do not fit change nothing. */
export function jsonPatched(base: DataNode, operations: DataNode | undefined): DataNode {
  let node = base;
  for (const operation of items(operations).slice(0, 200)) {
    const path = text(operation, 'path');
    const op = text(operation, 'op');
    if (path === null || op === null) continue;
    const segments = path
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const value = at(operation, 'value');
    if (op === 'remove') node = placed(node, segments, undefined, op);
    else if ((op === 'add' || op === 'replace') && value !== undefined) {
      node = placed(node, segments, value, op);
    }
  }
  return node;
}

function placed(
  node: DataNode,
  segments: readonly string[],
  value: DataNode | undefined,
  op: string,
): DataNode {
  const [first, ...rest] = segments;
  if (first === undefined) return value ?? node;
  if (segments.length > maxDepth) return node;
  if (node.type === 'list') return placedItem(node, first, rest, value, op);
  if (node.type !== 'map') return node;
  const old = at(node, first);
  if (rest.length > 0) {
    if (old === undefined) return node;
    return withEntry(node, first, placed(old, rest, value, op));
  }
  return withEntry(node, first, value);
}

function placedItem(
  node: Extract<DataNode, { type: 'list' }>,
  first: string,
  rest: readonly string[],
  value: DataNode | undefined,
  op: string,
): DataNode {
  const index = first === '-' ? node.items.length : Number(first);
  if (!Number.isInteger(index) || index < 0 || index > node.items.length) return node;
  const list = [...node.items];
  const old = list[index];
  if (rest.length > 0) {
    if (old === undefined) return node;
    list[index] = placed(old, rest, value, op);
  } else if (value === undefined) list.splice(index, 1);
  else list.splice(index, op === 'add' ? 0 : 1, value);
  return { ...node, items: list };
}

function withEntry(node: MapNode, key: string, value: DataNode | undefined): MapNode {
  const others = entries(node).filter((entry) => entry.key !== key);
  if (value === undefined) return { ...node, entries: others };
  const old = entries(node).find((entry) => entry.key === key);
  const entry: DataEntry = { key, keyAt: old?.keyAt ?? value.at, labels: [], value };
  return { ...node, entries: [...others, entry] };
}
