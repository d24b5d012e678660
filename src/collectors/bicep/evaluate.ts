import type { Expression, ObjectExpression } from '../../formats/bicep/ast.ts';
import { type DataEntry, type DataNode, at as nodeAt } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
import { callOf } from './functions.ts';
import {
  agreed,
  joined,
  negated,
  relation,
  type Scope,
  truthNode,
  truthOf,
  unread,
} from './values.ts';

/** Expressions inside of each other, variables that name others included. */
const MAX_DEPTH = 120;
const MAX_ITEMS = 200;

/** What an expression comes to, as data; an `expr` where only a deployment tells. */
export function evaluate(expression: Expression, scope: Scope, depth = 0): DataNode {
  const { at } = expression;
  scope.allowance.left -= 1;
  if (depth > MAX_DEPTH || scope.allowance.left < 0) return unread(at);
  const inner = (one: Expression) => evaluate(one, scope, depth + 1);
  switch (expression.type) {
    case 'literal':
      return scalarNode(expression.value, at);
    case 'text':
      return joined(expression.parts.map(inner), at);
    case 'name':
      return nameOf(expression.name, at, scope, depth);
    case 'member':
      return memberOf(inner(expression.of), inner(expression.key), at);
    case 'array':
      return { type: 'list', items: expression.items.slice(0, 2000).map(inner), at };
    case 'object':
      return objectOf(expression, scope, depth);
    case 'call':
      return callOf(expression, { ...scope, inner, depth });
    case 'operation':
      return operationOf(expression.operator, expression.operands, inner, at);
    case 'loop':
      return listOf(expression, scope, depth);
    case 'if':
      return inner(expression.body);
    case 'unread':
      return unread(at);
  }
}

/** A scope with more names. */
export function withNames(scope: Scope, names: ReadonlyMap<string, DataNode>): Scope {
  return { ...scope, lookUp: (name, depth) => names.get(name) ?? scope.lookUp(name, depth) };
}

/** Items of a loop with the names that they have in its body; `null` where only a deployment tells. */
export function rounds(
  { names, over }: Extract<Expression, { type: 'loop' }>,
  scope: Scope,
  depth: number,
): readonly Scope[] | null {
  const list = evaluate(over, scope, depth + 1);
  if (list.type !== 'list') return null;
  return list.items.slice(0, MAX_ITEMS).map((item, index) => {
    const [name = '', position = ''] = names;
    return withNames(
      scope,
      new Map([
        [name, item],
        [position, scalarNode(index, over.at)],
      ]),
    );
  });
}

function listOf(
  expression: Extract<Expression, { type: 'loop' }>,
  scope: Scope,
  depth: number,
): DataNode {
  const each = rounds(expression, scope, depth);
  if (each === null) return unread(expression.at);
  const items = each.map((inner) => evaluate(expression.body, inner, depth + 1));
  return { type: 'list', items, at: expression.at };
}

function nameOf(name: string, at: SourceRange, scope: Scope, depth: number): DataNode {
  const value = scope.lookUp(name, depth + 1);
  // A finding points at what is written here, not at the parameter.
  if (value !== undefined && isAffordable(value, scope)) return { ...value, at };
  const ref = scope.refOf(name);
  return unread(at, ref === undefined ? [] : [ref]);
}

/** Values are handed on whole, so that what a name stands for counts with all that is in it. */
function isAffordable(value: DataNode, { allowance }: Scope): boolean {
  const open = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    allowance.left -= 1;
    if (allowance.left < 0) return false;
    if (node.type === 'list') for (const item of node.items) open.push(item);
    if (node.type === 'map') for (const entry of node.entries) open.push(entry.value);
  }
  return true;
}

function memberOf(of: DataNode, key: DataNode, at: SourceRange): DataNode {
  if (of.type === 'expr') return { ...of, at };
  if (key.type !== 'scalar') return unread(at);
  if (of.type === 'list') return of.items[Number(key.text)] ?? unread(at);
  if (of.type !== 'map') return unread(at);
  const found = nodeAt(of, key.text);
  return found === undefined ? scalarNode(null, at) : { ...found, at };
}

function objectOf(expression: ObjectExpression, scope: Scope, depth: number): DataNode {
  const found: DataEntry[] = [];
  let isOpen = false;
  for (const { key, value } of expression.entries) {
    const node = evaluate(value, scope, depth + 1);
    const name = key.type === 'unread' ? null : evaluate(key, scope, depth + 1);
    if (name?.type === 'scalar')
      found.push({ key: name.text, keyAt: key.at, labels: [], value: { ...node, at: value.at } });
    else if (node.type === 'map') found.push(...node.entries);
    else isOpen = true;
  }
  // What is spread into it, and cannot be read, may say anything.
  return isOpen ? unread(expression.at) : { type: 'map', entries: found, at: expression.at };
}

function operationOf(
  operator: string,
  operands: readonly Expression[],
  inner: (one: Expression) => DataNode,
  at: SourceRange,
): DataNode {
  const [first, second, third] = operands;
  if (first === undefined) return unread(at);
  const left = inner(first);
  if (operator === '?:') {
    const truth = truthOf(left);
    if (second === undefined || third === undefined) return unread(at);
    if (truth !== undefined) return { ...inner(truth ? second : third), at };
    return agreed(inner(second), inner(third), at);
  }
  if (operator === '!1') return truthNode(negated(truthOf(left)), at);
  if (second === undefined) return unread(at);
  if (operator === '??') {
    if (left.type !== 'scalar') return left;
    return left.value === null ? inner(second) : left;
  }
  return compared(operator, left, () => inner(second), at);
}

function compared(
  operator: string,
  left: DataNode,
  second: () => DataNode,
  at: SourceRange,
): DataNode {
  const truth = truthOf(left);
  if (operator === '&&' || operator === '||') {
    if (truth === (operator === '||')) return truthNode(truth, at);
    const right = truthOf(second());
    if (right === (operator === '||')) return truthNode(right, at);
    return truthNode(truth === undefined ? undefined : right, at);
  }
  return relation(operator, left, second(), at);
}
