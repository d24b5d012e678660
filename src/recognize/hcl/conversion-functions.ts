import { type FunctionTable, lenient, strict } from './function-kinds.ts';
import {
  asBoolean,
  asNumber,
  asText,
  ERROR,
  type HclValue,
  hasUnknown,
  isList,
  isMap,
  isUnknown,
  listOf,
  mapOf,
  setOf,
  unknownOf,
} from './hcl-value.ts';
import { MAX_TEXT } from './scope.ts';

/** Terraform's functions that change a value's type, or ask whether it has one. */
export const conversionFunctions: FunctionTable = {
  tostring: strict(([value = null]) => (value === null ? null : (asText(value) ?? ERROR))),
  tonumber: strict(([value = null]) => (value === null ? null : (asNumber(value) ?? ERROR))),
  tobool: strict(([value = null]) => (value === null ? null : (asBoolean(value) ?? ERROR))),
  tolist: lenient(([value = null]) => (isList(value) ? listOf(value.items) : otherwise(value))),
  tomap: lenient(([value = null]) => (isMap(value) ? value : otherwise(value))),
  toset: lenient(([value = null]) => {
    if (!isList(value)) return otherwise(value);
    return hasUnknown(value) ? unknownOf(value) : setOf(value.items);
  }),
  try: lenient(firstThatWorks),
  can: lenient(([value = null]) => {
    if (!isUnknown(value)) return true;
    return value.isError ? false : unknownOf(value);
  }),
  sensitive: lenient(([value = null]) => value),
  nonsensitive: lenient(([value = null]) => value),
  jsonencode: strict(([value = null]) => JSON.stringify(plain(value)).slice(0, MAX_TEXT)),
  jsondecode: strict(([text = null]) => {
    if (typeof text !== 'string') return ERROR;
    try {
      return fromPlain(JSON.parse(text));
    } catch {
      return ERROR;
    }
  }),
};

function otherwise(value: HclValue): HclValue {
  return isUnknown(value) ? unknownOf(value) : ERROR;
}

/** The first argument that is no error; one that is unknown might be. */
function firstThatWorks(args: readonly HclValue[]): HclValue {
  for (const value of args) {
    if (!isUnknown(value)) return value;
    // What stands in the tree and is only known at run time has no reason to fail.
    if (!value.isError) return value.path !== null ? value : unknownOf(...args);
  }
  return ERROR;
}

/** As JSON has it. */
function plain(value: HclValue): unknown {
  if (isList(value)) return value.items.map(plain);
  if (isMap(value))
    return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
  return value;
}

function fromPlain(value: unknown, depth = 0): HclValue {
  if (depth > 60) return unknownOf();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return listOf(value.map((item) => fromPlain(item, depth + 1)));
  if (typeof value !== 'object' || value === null) return null;
  return mapOf(
    new Map(Object.entries(value).map(([key, item]) => [key, fromPlain(item, depth + 1)])),
  );
}
