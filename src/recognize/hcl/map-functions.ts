import { type FunctionTable, lenient, strict } from './function-kinds.ts';
import {
  asText,
  ERROR,
  type HclUnknown,
  type HclValue,
  isList,
  isMap,
  isUnknown,
  listOf,
  mapOf,
  unknownOf,
} from './hcl-value.ts';

/** Terraform's functions of maps. */
export const mapFunctions: FunctionTable = {
  merge: lenient(merge),
  lookup: lenient(lookup),
  keys: lenient(([map = null]) =>
    isMap(map) && map.rest === null ? listOf([...map.entries.keys()].sort()) : unknownOf(map),
  ),
  values: lenient(([map = null]) => {
    if (!isMap(map) || map.rest !== null) return unknownOf(map);
    return listOf([...map.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value));
  }),
  zipmap: lenient(([keys = null, values = null]) => {
    if (!isList(keys) || !isList(values) || keys.items.some(isUnknown))
      return unknownOf(keys, values);
    return mapOf(
      new Map(keys.items.map((key, index) => [asText(key) ?? '', values.items[index] ?? null])),
    );
  }),
  transpose: strict(([map = null]) => {
    if (!isMap(map)) return ERROR;
    const made = new Map<string, HclValue[]>();
    for (const [key, list] of map.entries) {
      for (const item of isList(list) ? list.items : []) {
        const name = asText(item) ?? '';
        made.set(name, [...(made.get(name) ?? []), key]);
      }
    }
    return mapOf(new Map([...made].map(([name, keys]) => [name, listOf(keys)])));
  }),
};

/** Later maps win. After one that is unknown, only what later ones say is sure. */
function merge(maps: readonly HclValue[]): HclValue {
  const entries = new Map<string, HclValue>();
  let rest: HclUnknown | null = null;
  for (const map of maps) {
    if (map === null) continue;
    const open = isMap(map) ? map.rest : unknownOf(map);
    if (open !== null) {
      rest = unknownOf(...(rest === null ? [] : [rest]), open);
      for (const key of entries.keys()) entries.set(key, unknownOf(open));
    }
    if (isMap(map)) for (const [key, value] of map.entries) entries.set(key, value);
  }
  return mapOf(entries, rest);
}

function lookup([map = null, key = null, fallback]: readonly HclValue[]): HclValue {
  const name = asText(key);
  if (!isMap(map) || name === null)
    return unknownOf(map, key, ...(fallback === undefined ? [] : [fallback]));
  const found = map.entries.get(name);
  if (found !== undefined) return found;
  if (map.rest !== null) return unknownOf(map.rest);
  return fallback ?? (fallback === undefined ? ERROR : fallback);
}
