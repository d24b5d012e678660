import type { Expression, Step } from '../../formats/hcl/ast.ts';
import {
  asNumber,
  asText,
  ERROR,
  type HclUnknown,
  type HclValue,
  isList,
  isMap,
  isUnknown,
  listOf,
  reference,
  unknownOf,
} from './hcl-value.ts';
import type { Scope } from './scope.ts';

type Evaluate = (expression: Expression, scope: Scope) => HclValue;

/** One step into a value: `.name` or `[key]`. */
export function step(value: HclValue, one: Step, scope: Scope, evaluate: Evaluate): HclValue {
  if (one.kind === 'splat') return splatOf(value, one.each, scope, evaluate);
  if (one.kind === 'index') return memberOf(value, evaluate(one.key, scope));
  // An address writes names of attributes behind dots, and keys of instances in brackets.
  if (isUnknown(value) && value.path !== null) return reference(`${value.path}.${one.name}`);
  return memberOf(value, one.name);
}

/** The member of a list or map. */
export function memberOf(value: HclValue, key: HclValue): HclValue {
  if (isUnknown(value)) return memberOfUnknown(value, key);
  if (isUnknown(key)) return unknownOf(value, key);
  if (isMap(value)) {
    const name = asText(key);
    if (name === null) return ERROR;
    const member = value.entries.get(name);
    // `null` is a value too.
    return member === undefined ? (value.rest ?? ERROR) : member;
  }
  if (!isList(value)) return ERROR;
  const index = asNumber(key);
  return (
    (index === null ? undefined : value.items[index]) ??
    (index !== null && index < value.items.length ? null : ERROR)
  );
}

function memberOfUnknown(value: HclUnknown, key: HclValue): HclValue {
  if (value.path === null || isUnknown(key)) return value.isError ? value : unknownOf(value, key);
  const isScalar = typeof key === 'number' || typeof key === 'string';
  return isScalar ? reference(`${value.path}[${JSON.stringify(key)}]`) : unknownOf(value);
}

/** `value[*]…`: a list stays one, `null` is none, all else is a list of one. */
export function splatOf(
  value: HclValue,
  each: readonly Step[],
  scope: Scope,
  evaluate: Evaluate,
): HclValue {
  if (value === null) return listOf([]);
  if (isUnknown(value)) {
    if (value.path === null) return value;
    let inner: HclValue = value;
    for (const one of each) inner = step(inner, one, scope, evaluate);
    return unknownOf(inner);
  }
  const items = isList(value) ? value.items : [value];
  return listOf(
    items.map((item) => {
      let inner = item;
      for (const one of each) inner = step(inner, one, scope, evaluate);
      return inner;
    }),
  );
}
