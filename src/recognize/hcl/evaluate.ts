import type { Expression, ForExpression, TemplatePart } from '../../formats/hcl/ast.ts';
import { callFunction } from './functions.ts';
import {
  asBoolean,
  asText,
  equals,
  type HclValue,
  isList,
  isMap,
  isUnknown,
  listOf,
  mapOf,
  sizeOf,
  UNKNOWN,
  unknownOf,
} from './hcl-value.ts';
import { binary, unary } from './operators.ts';
import { MAX_DEPTH, MAX_ITEMS, MAX_TEXT, type Scope, withNames } from './scope.ts';
import { splatOf, step } from './steps.ts';

/**
 * What an expression comes to in a scope. What depends on anything unknown is unknown, unless the answer is the same whatever that is. Ends quickly
 * whatever the input: beyond its allowance everything is unknown.
 */
export function evaluate(expression: Expression, scope: Scope): HclValue {
  const { allowance } = scope;
  if (allowance.steps <= 0 || allowance.depth >= MAX_DEPTH) return UNKNOWN;
  allowance.steps -= 1;
  allowance.depth += 1;
  const value = evaluated(expression, scope);
  allowance.depth -= 1;
  return value;
}

function evaluated(expression: Expression, scope: Scope): HclValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'group':
      return evaluate(expression.inner, scope);
    case 'template':
      return template(expression.parts, scope);
    case 'tuple':
      return listOf(expression.items.slice(0, MAX_ITEMS).map((item) => evaluate(item, scope)));
    case 'object':
      return object(expression, scope);
    case 'variable':
      return scope.bound(expression.name) ?? scope.resolve(expression.name, []).value;
    case 'traversal':
      return traversal(expression, scope);
    case 'call':
      return call(expression, scope);
    case 'conditional':
      return conditional(expression, scope);
    case 'for':
      return forExpression(expression, scope);
    case 'unary':
      return unary(expression.operator, evaluate(expression.operand, scope));
    case 'binary':
      return binary(expression.operator, charged(evaluate(expression.left, scope), scope), () =>
        charged(evaluate(expression.right, scope), scope),
      );
  }
}

/** A value that is about to be looked at whole: that costs as much as it is large. */
function charged(value: HclValue, { allowance }: Scope): HclValue {
  allowance.steps -= sizeOf(value) >> 2;
  return allowance.steps <= 0 ? UNKNOWN : value;
}

function object(
  { items }: Extract<Expression, { readonly kind: 'object' }>,
  scope: Scope,
): HclValue {
  const entries = new Map<string, HclValue>();
  let rest: ReturnType<typeof unknownOf> | null = null;
  for (const item of items.slice(0, MAX_ITEMS)) {
    const key = evaluate(item.key, scope);
    const name = asText(key);
    if (name !== null) entries.set(name, evaluate(item.value, scope));
    else {
      // The key that nobody knows could be any, those before it included.
      rest = unknownOf(key);
      entries.clear();
    }
  }
  return mapOf(entries, rest);
}

function template(parts: readonly TemplatePart[], scope: Scope): HclValue {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'interpolation') return evaluate(only.value, scope);
  let text = '';
  const unknowns: HclValue[] = [];
  for (const part of parts) {
    const value = templatePart(part, scope);
    const piece = asText(charged(value, scope));
    if (piece === null) unknowns.push(value);
    else text += piece;
    if (text.length > MAX_TEXT) return UNKNOWN;
  }
  return unknowns.length === 0 ? text : unknownOf(...unknowns);
}

function templatePart(part: TemplatePart, scope: Scope): HclValue {
  switch (part.kind) {
    case 'literal':
      return String(part.value);
    case 'interpolation':
      return evaluate(part.value, scope);
    case 'if-directive': {
      const condition = evaluate(part.condition, scope);
      const isTrue = asBoolean(condition);
      if (isTrue === null) return unknownOf(condition);
      return directive(isTrue ? part.whenTrue : part.whenFalse, scope);
    }
    case 'for-directive': {
      const collection = evaluate(part.collection, scope);
      const pairs = pairsOf(collection);
      if (pairs === null) return unknownOf(collection);
      const texts = pairs.map(([key, value]) =>
        directive(part.body, withNames(scope, bindings(part, key, value))),
      );
      return texts.some(isUnknown)
        ? unknownOf(...texts)
        : texts.map(asText).join('').slice(0, MAX_TEXT);
    }
  }
}

/** A body of a directive is text even where it is one interpolation. */
function directive(parts: readonly TemplatePart[], scope: Scope): HclValue {
  const value = template(parts, scope);
  return isUnknown(value) ? value : (asText(value) ?? UNKNOWN);
}

function traversal(
  expression: Extract<Expression, { readonly kind: 'traversal' }>,
  scope: Scope,
): HclValue {
  const { source, steps } = expression;
  let value: HclValue;
  let next = 0;
  const bound = source.kind === 'variable' ? scope.bound(source.name) : undefined;
  if (source.kind === 'variable' && bound === undefined) {
    const names: string[] = [];
    for (const one of steps) {
      if (one.kind !== 'attribute') break;
      names.push(one.name);
    }
    const resolved = scope.resolve(source.name, names);
    value = resolved.value;
    next = resolved.used;
  } else value = bound ?? evaluate(source, scope);
  for (const one of steps.slice(next)) {
    value =
      one.kind === 'splat'
        ? splatOf(value, one.each, scope, evaluate)
        : step(value, one, scope, evaluate);
  }
  return value;
}

function call(
  { name, args, isExpanded }: Extract<Expression, { readonly kind: 'call' }>,
  scope: Scope,
): HclValue {
  const values = args
    .slice(0, MAX_ITEMS)
    .map((argument) => charged(evaluate(argument, scope), scope));
  if (!isExpanded) return callFunction(name, values, scope);
  const last = values.pop() ?? null;
  if (!isList(last)) return unknownOf(...values, last);
  return callFunction(name, [...values, ...last.items], scope);
}

function conditional(
  { condition, whenTrue, whenFalse }: Extract<Expression, { readonly kind: 'conditional' }>,
  scope: Scope,
): HclValue {
  const test = evaluate(condition, scope);
  const isTrue = asBoolean(test);
  if (isTrue !== null) return evaluate(isTrue ? whenTrue : whenFalse, scope);
  const [left, right] = [evaluate(whenTrue, scope), evaluate(whenFalse, scope)];
  return equals(left, right) === true ? left : unknownOf(test, left, right);
}

function forExpression(expression: ForExpression, scope: Scope): HclValue {
  const collection = evaluate(expression.collection, scope);
  const pairs = pairsOf(collection);
  if (pairs === null) return unknownOf(collection);
  const items: HclValue[] = [];
  const entries = new Map<string, HclValue>();
  for (const [key, value] of pairs) {
    const inner = withNames(scope, bindings(expression, key, value));
    const test = expression.condition === null ? true : evaluate(expression.condition, inner);
    const isWanted = asBoolean(test);
    // Which items are in decides everything about the result.
    if (isWanted === null) return unknownOf(test, collection);
    if (!isWanted) continue;
    const result = evaluate(expression.value, inner);
    if (expression.key === null) items.push(result);
    else {
      const name = asText(evaluate(expression.key, inner));
      if (name === null) return unknownOf(collection, result);
      entries.set(name, expression.isGrouped ? grouped(entries.get(name), result) : result);
    }
  }
  if (expression.key !== null) return mapOf(entries);
  return listOf(items);
}

function grouped(before: HclValue | undefined, value: HclValue): HclValue {
  return listOf([...(before !== undefined && isList(before) ? before.items : []), value]);
}

/** Keys and values as a `for` walks them; `null` where that is unknown. */
export function pairsOf(value: HclValue): readonly (readonly [HclValue, HclValue])[] | null {
  if (isList(value)) {
    return value.items.slice(0, MAX_ITEMS).map((item, index) => [value.isSet ? item : index, item]);
  }
  if (!isMap(value) || value.rest !== null) return null;
  return [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MAX_ITEMS);
}

function bindings(
  { keyName, valueName }: { readonly keyName: string | null; readonly valueName: string },
  key: HclValue,
  value: HclValue,
): Readonly<Record<string, HclValue>> {
  return keyName === null ? { [valueName]: value } : { [keyName]: key, [valueName]: value };
}
