import {
  at,
  type DataEntry,
  type DataNode,
  entries,
  type MapNode,
  type ScalarNode,
} from '../../model/document.ts';
import type { PlainValue } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { settingName } from './setting-name.ts';

/** Deepest property that is read. */
const MAX_DEPTH = 40;

/**
 * The properties of a resource under Terraform's names. `renamed` holds names that differ, for properties inside of others as paths:
 * `{ 'point_in_time_recovery_specification.point_in_time_recovery_enabled': 'point_in_time_recovery.enabled' }`.
 */
export function terraformSettings(
  properties: DataNode | undefined,
  renamed: Readonly<Record<string, string>>,
  where: SourceRange,
): MapNode {
  const snake = snakeCased(properties ?? emptyMap(where), 0);
  // Everything is unknown where the properties are computed whole.
  let settings: MapNode = snake.type === 'map' ? snake : emptyMap(where);
  for (const [from, to] of Object.entries(renamed)) settings = moved(settings, from, to);
  return settings;
}

/** Settings that nobody wrote in so many words, at the place that decides them. What is there already stays. */
export function withSettings(
  settings: MapNode,
  added: Readonly<Record<string, PlainValue | DataNode>>,
  where: SourceRange,
): MapNode {
  let result = settings;
  for (const [path, value] of Object.entries(added)) {
    if (at(result, ...path.split('.')) !== undefined) continue;
    const node = typeof value === 'object' ? value : scalarNode(value, where);
    result = placed(result, path.split('.'), { key: '', keyAt: where, labels: [], value: node });
  }
  return result;
}

/** A plain value that stands for what is written at a place. */
export function scalarNode(value: ScalarNode['value'], where: SourceRange): ScalarNode {
  const text = value === null ? '' : String(value);
  return { type: 'scalar', value, text, map: [[0, where.start]], at: where };
}

export function emptyMap(where: SourceRange): MapNode {
  return { type: 'map', entries: [], at: where };
}

function snakeCased(node: DataNode, depth: number): DataNode {
  if (depth > MAX_DEPTH) return { type: 'expr', text: '', refs: [], at: node.at };
  if (node.type === 'list')
    return { ...node, items: node.items.map((item) => snakeCased(item, depth + 1)) };
  if (node.type !== 'map' || isPolicy(node)) return node;
  return { ...node, entries: node.entries.map((entry) => snakeEntry(entry, depth)) };
}

function snakeEntry(entry: DataEntry, depth: number): DataEntry {
  const key = settingName(entry.key);
  const value = key === 'tags' ? tagMap(entry.value) : snakeCased(entry.value, depth + 1);
  return { ...entry, key, value };
}

/** An access policy: its keys are its own language. */
function isPolicy(node: MapNode): boolean {
  return node.entries.some(({ key }) => key === 'Statement');
}

/** `[{ Key, Value }]` as a map. */
function tagMap(node: DataNode): DataNode {
  if (node.type !== 'list') return node;
  const pairs = node.items.flatMap((item): DataEntry[] => {
    const key = at(item, 'Key') ?? at(item, 'key');
    const value = at(item, 'Value') ?? at(item, 'value');
    if (key?.type !== 'scalar' || value === undefined) return [];
    return [{ key: key.text, keyAt: key.at, labels: [], value }];
  });
  return { type: 'map', entries: pairs, at: node.at };
}

function moved(settings: MapNode, from: string, to: string): MapNode {
  const path = from.split('.');
  const [first = ''] = path;
  const found = entryAt(settings, path);
  if (found === undefined) return settings;
  const rest: MapNode =
    path.length === 1
      ? { ...settings, entries: settings.entries.filter(({ key }) => key !== first) }
      : settings;
  return placed(rest, to.split('.'), found);
}

function entryAt(node: DataNode, path: readonly string[]): DataEntry | undefined {
  let current: DataNode | undefined = node;
  let found: DataEntry | undefined;
  for (const name of path) {
    // What is inside of something unknown is unknown too.
    if (current?.type === 'expr') return found;
    if (current?.type === 'list') current = current.items[0];
    found = entries(current).findLast(({ key }) => key === name);
    if (found === undefined) return undefined;
    current = found.value;
  }
  return found;
}

function placed(settings: MapNode, path: readonly string[], entry: DataEntry): MapNode {
  const [first = '', ...rest] = path;
  const others = settings.entries.filter(({ key }) => key !== first);
  if (rest.length === 0)
    return { ...settings, entries: [...others, { ...entry, key: first, labels: [] }] };
  const inner = settings.entries.findLast(({ key }) => key === first);
  const map = inner?.value.type === 'map' ? inner.value : emptyMap(entry.value.at);
  const value = placed(map, rest, entry);
  return {
    ...settings,
    entries: [...others, { key: first, keyAt: entry.keyAt, labels: [], value }],
  };
}
