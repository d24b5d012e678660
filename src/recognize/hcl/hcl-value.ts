/** What an expression comes to. Lists and maps may hold parts that nobody knows. */
export type HclValue = string | number | boolean | null | HclList | HclMap | HclUnknown;

/** A list, tuple or set. */
export interface HclList {
  readonly kind: 'list';
  readonly items: readonly HclValue[];
  readonly isSet: boolean;
  /** See {@link sizeOf}. */
  readonly size: number;
}

/** A map or object. */
export interface HclMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, HclValue>;
  /** Where it may hold keys that are not among its entries: why; else `null`. */
  readonly rest: HclUnknown | null;
  /** See {@link sizeOf}. */
  readonly size: number;
}

/** What only a run can tell. */
export interface HclUnknown {
  readonly kind: 'unknown';
  /** What it depends on, by address: `var.region`, `module.db.aws_db_instance.main.arn`. At most {@link MAX_REFERENCES}. */
  readonly refs: readonly string[];
  /** The address that it is the value of; `null` where it was computed. */
  readonly path: string | null;
  /** The expression ends in an error, which `try` and `can` catch. */
  readonly isError: boolean;
}

const MAX_REFERENCES = 24;
/** Parts that a value may have, counted as often as they are reached: lists that hold one list twice double with every level. */
const MAX_SIZE = 20_000;

/** The value of something outside of the text, by its address. */
export function reference(path: string): HclUnknown {
  return { kind: 'unknown', refs: [path], path, isError: false };
}

/** Nobody knows, and nothing says what it depends on. */
export const UNKNOWN: HclUnknown = { kind: 'unknown', refs: [], path: null, isError: false };

/** An expression that Terraform refuses. */
export const ERROR: HclUnknown = { kind: 'unknown', refs: [], path: null, isError: true };

/** Unknown because of any of these values. */
export function unknownOf(...values: readonly HclValue[]): HclUnknown {
  const refs = new Set<string>();
  for (const value of values) collectReferences(value, refs, 8);
  return refs.size === 0
    ? UNKNOWN
    : { kind: 'unknown', refs: [...refs], path: null, isError: false };
}

function collectReferences(value: HclValue, refs: Set<string>, depth: number): void {
  if (refs.size >= MAX_REFERENCES || depth === 0) return;
  if (isUnknown(value)) {
    for (const ref of value.refs) if (refs.size < MAX_REFERENCES) refs.add(ref);
  } else if (isList(value)) {
    for (const item of value.items) collectReferences(item, refs, depth - 1);
  } else if (isMap(value)) {
    for (const item of value.entries.values()) collectReferences(item, refs, depth - 1);
    if (value.rest !== null) collectReferences(value.rest, refs, depth - 1);
  }
}

/** How much work it is to look at all of a value: its parts, and its texts by their length. */
export function sizeOf(value: HclValue): number {
  if (typeof value === 'string') return 1 + (value.length >> 6);
  return isList(value) || isMap(value) ? value.size : 1;
}

function sizeOfAll(values: Iterable<HclValue>): number {
  let size = 1;
  for (const value of values) size += sizeOf(value);
  return size;
}

/** A list; unknown where it is too large to work with. */
export function listOf(items: readonly HclValue[]): HclValue {
  return sequence(items, false);
}

function sequence(items: readonly HclValue[], isSet: boolean): HclValue {
  const size = sizeOfAll(items);
  return size > MAX_SIZE ? UNKNOWN : { kind: 'list', items, isSet, size };
}

/** A map; unknown where it is too large to work with. */
export function mapOf(
  given: ReadonlyMap<string, HclValue> | Readonly<Record<string, HclValue>>,
  rest: HclUnknown | null = null,
): HclValue {
  const entries = given instanceof Map ? given : new Map(Object.entries(given));
  const size = sizeOfAll(entries.values());
  return size > MAX_SIZE ? UNKNOWN : { kind: 'map', entries, rest, size };
}

/** A set of texts, or a list that no order can be told of; `null` items and duplicates are left out. */
export function setOf(items: readonly HclValue[]): HclValue {
  const seen = new Map<string, HclValue>();
  for (const item of items) {
    const key = typeof item === 'object' ? canonical(item) : String(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  const sorted = [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sequence(
    sorted.map(([, item]) => item),
    true,
  );
}

export function isUnknown(value: HclValue): value is HclUnknown {
  return typeof value === 'object' && value?.kind === 'unknown';
}

export function isList(value: HclValue): value is HclList {
  return typeof value === 'object' && value?.kind === 'list';
}

export function isMap(value: HclValue): value is HclMap {
  return typeof value === 'object' && value?.kind === 'map';
}

/** Whether any part of it is unknown. */
export function hasUnknown(value: HclValue): boolean {
  if (isUnknown(value)) return true;
  if (isList(value)) return value.items.some(hasUnknown);
  if (!isMap(value)) return false;
  if (value.rest !== null) return true;
  for (const item of value.entries.values()) if (hasUnknown(item)) return true;
  return false;
}

/** Whether two values are the same, `null` where that cannot be told. Text, numbers and booleans are compared as Terraform does: without conversion. */
export function equals(a: HclValue, b: HclValue): boolean | null {
  if (isUnknown(a) || isUnknown(b)) {
    return isUnknown(a) && isUnknown(b) && a.path !== null && a.path === b.path ? true : null;
  }
  if (isList(a) && isList(b)) {
    if (a.items.length !== b.items.length) return false;
    return all(a.items.map((item, index) => equals(item, b.items[index] ?? null)));
  }
  if (isMap(a) && isMap(b)) return equalMaps(a, b);
  return a === b;
}

function equalMaps(a: HclMap, b: HclMap): boolean | null {
  if (a.rest !== null || b.rest !== null) return null;
  if (a.entries.size !== b.entries.size) return false;
  const same: (boolean | null)[] = [];
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined) return false;
    same.push(equals(value, other));
  }
  return all(same);
}

/** Three-valued "and" over many. */
function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** As a condition; texts are taken for what they say, as Terraform takes them. `null` where it cannot be told. */
export function asBoolean(value: HclValue): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

/** As a number, `null` for what is none. */
export function asNumber(value: HclValue): number | null {
  if (typeof value === 'number') return value;
  if (
    typeof value !== 'string' ||
    !/^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?$/.test(value)
  ) {
    return null;
  }
  return Number(value);
}

/** As text, `null` for lists, maps, `null` and what is unknown. */
export function asText(value: HclValue): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** One text for equal values. */
export function canonical(value: HclValue): string {
  if (isList(value)) return `[${value.items.map(canonical).join()}]`;
  if (isMap(value)) {
    const keys = [...value.entries.keys()].sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value.entries.get(key) ?? null)}`).join()}}`;
  }
  return isUnknown(value) ? `?${value.refs.join()}` : JSON.stringify(value);
}
