import { type DataEntry, type DataNode, entries } from '../../model/document.ts';

/**
 * Puts the entries a map merges in by `<<` where the merge stands. A key of the map itself wins, then the later
 * merge, then the earlier map of a merged list. A merge that cannot be followed stays as an entry named `<<`.
 * @see https://yaml.org/type/merge.html
 */
export function applyMerges(
  own: readonly DataEntry[],
  merges: ReadonlySet<DataEntry> | null,
): readonly DataEntry[] {
  if (merges === null) return own;
  const taken = new Set<string>();
  for (const entry of own) if (!merges.has(entry)) taken.add(entry.key);
  const groups: (readonly DataEntry[])[] = [];
  for (const entry of own.toReversed()) {
    const sources = merges.has(entry) ? mergedMaps(entry.value) : undefined;
    groups.push(sources === undefined ? [entry] : sources.flatMap((map) => untaken(map, taken)));
  }
  return groups.toReversed().flat();
}

function mergedMaps(value: DataNode): readonly DataNode[] | undefined {
  if (value.type === 'map') return [value];
  if (value.type !== 'list' || !value.items.every((item) => item.type === 'map')) return undefined;
  return value.items;
}

function untaken(map: DataNode, taken: Set<string>): readonly DataEntry[] {
  const last = new Map<string, DataEntry>();
  for (const entry of entries(map)) if (!taken.has(entry.key)) last.set(entry.key, entry);
  for (const key of last.keys()) taken.add(key);
  return [...last.values()];
}
