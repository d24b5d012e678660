import { type FunctionTable, lenient, strict } from './function-kinds.ts';
import {
  asNumber,
  asText,
  ERROR,
  equals,
  type HclValue,
  isList,
  isMap,
  isUnknown,
  listOf,
  setOf,
  unknownOf,
} from './hcl-value.ts';
import { mapFunctions } from './map-functions.ts';
import { MAX_ITEMS } from './scope.ts';

/** Terraform's functions of lists and sets. */
export const collectionFunctions: FunctionTable = {
  ...mapFunctions,
  length: lenient(([value = null]) => length(value)),
  concat: lenient((lists) =>
    lists.every(isList)
      ? listOf(lists.flatMap((list) => (isList(list) ? list.items : [])).slice(0, MAX_ITEMS))
      : unknownOf(...lists),
  ),
  contains: lenient(([list = null, wanted = null]) => contains(list, wanted)),
  coalesce: lenient(coalesce),
  coalescelist: lenient((lists) => {
    const found = lists.find((list) => !isList(list) || list.items.length > 0);
    if (found === undefined) return ERROR;
    return isList(found) ? found : unknownOf(...lists);
  }),
  compact: lenient(([list = null]) =>
    isList(list) && !list.items.some(isUnknown)
      ? listOf(list.items.filter((item) => item !== null && item !== ''))
      : unknownOf(list),
  ),
  element: lenient(([list = null, index = 0]) => {
    const position = asNumber(index);
    if (!isList(list) || position === null) return unknownOf(list, index);
    return list.items.length === 0 ? ERROR : (list.items.at(position % list.items.length) ?? null);
  }),
  index: strict(([list = null, wanted = null]) => {
    const found = isList(list) ? list.items.findIndex((item) => equals(item, wanted) === true) : -1;
    return found < 0 ? ERROR : found;
  }),
  one: lenient(([list = null]) => {
    if (!isList(list)) return unknownOf(list);
    return list.items.length > 1 ? ERROR : (list.items[0] ?? null);
  }),
  distinct: strict(([list = null]) => (isList(list) ? listOf(distinct(list.items)) : ERROR)),
  flatten: lenient(([list = null]) =>
    isList(list) ? listOf(flat(list.items, 0)) : unknownOf(list),
  ),
  reverse: lenient(([list = null]) =>
    isList(list) ? listOf([...list.items].reverse()) : unknownOf(list),
  ),
  sort: strict(([list = null]) =>
    isList(list) ? listOf(list.items.map((item) => asText(item) ?? '').sort()) : ERROR,
  ),
  slice: lenient(([list = null, from = 0, to = 0]) => {
    const [start, end] = [asNumber(from), asNumber(to)];
    if (!isList(list) || start === null || end === null) return unknownOf(list, from, to);
    return start > end || end > list.items.length ? ERROR : listOf(list.items.slice(start, end));
  }),
  chunklist: strict(([list = null, size = 1]) => chunks(list, asNumber(size) ?? 0)),
  setproduct: strict(product),
  setunion: strict((sets) => setOf(sets.flatMap(itemsOf))),
  setintersection: strict(([first = null, ...others]) =>
    setOf(itemsOf(first).filter((item) => others.every((other) => contains(other, item) === true))),
  ),
  setsubtract: strict(([first = null, second = null]) =>
    setOf(itemsOf(first).filter((item) => contains(second, item) !== true)),
  ),
};

function itemsOf(value: HclValue): readonly HclValue[] {
  return isList(value) ? value.items : [];
}

function length(value: HclValue): HclValue {
  if (typeof value === 'string') return [...value].length;
  if (isList(value)) return value.items.length;
  return isMap(value) && value.rest === null ? value.entries.size : unknownOf(value);
}

function contains(list: HclValue, wanted: HclValue): HclValue {
  if (!isList(list)) return unknownOf(list, wanted);
  const answers = list.items.map((item) => equals(item, wanted));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? unknownOf(list, wanted) : false;
}

/** The first that is neither `null` nor an empty text. */
function coalesce(values: readonly HclValue[]): HclValue {
  for (const value of values) {
    if (isUnknown(value)) return unknownOf(...values);
    if (value !== null && value !== '') return value;
  }
  return ERROR;
}

function distinct(items: readonly HclValue[]): readonly HclValue[] {
  const found: HclValue[] = [];
  const seen = new Set<HclValue>();
  for (const item of items) {
    const isNew =
      typeof item === 'object' && item !== null
        ? !found.some((one) => equals(one, item) === true)
        : !seen.has(item);
    if (!isNew || found.length >= MAX_ITEMS) continue;
    seen.add(item);
    found.push(item);
  }
  return found;
}

function flat(items: readonly HclValue[], depth: number): readonly HclValue[] {
  const found: HclValue[] = [];
  for (const item of items) {
    if (isList(item) && depth < 20) found.push(...flat(item.items, depth + 1));
    else found.push(item);
    if (found.length >= MAX_ITEMS) break;
  }
  return found;
}

function chunks(list: HclValue, size: number): HclValue {
  if (!isList(list) || size < 1) return ERROR;
  const made: HclValue[] = [];
  for (let at = 0; at < list.items.length; at += size)
    made.push(listOf(list.items.slice(at, at + size)));
  return listOf(made);
}

function product(sets: readonly HclValue[]): HclValue {
  let rows: readonly (readonly HclValue[])[] = [[]];
  for (const set of sets) {
    const items = itemsOf(set);
    if (rows.length * items.length > MAX_ITEMS) return unknownOf(...sets);
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  return listOf(rows.map(listOf));
}
