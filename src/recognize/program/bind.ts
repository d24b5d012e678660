import type { Node, NodeOf } from '../../formats/script/ast.ts';
import { staticKey } from '../../formats/script/bindings.ts';
import { assign, lookUp, type Run, rangeOf } from './run.ts';
import { agreed, plainVal, type Scope, unknownVal, type Val } from './value.ts';

/** Gives a value to the names, members and defaults of a pattern. `isNew`: they are declared here. */
export function bindPattern(
  run: Run,
  pattern: Node,
  value: Val,
  scope: Scope,
  isNew: boolean,
): void {
  switch (pattern.type) {
    case 'Identifier':
      setName(run, pattern.name, value, scope, isNew);
      break;
    case 'AssignmentPattern':
      bindPattern(run, pattern.left, orDefault(run, pattern, value, scope), scope, isNew);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) bindProperty(run, property, value, scope, isNew);
      break;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        if (element === null) continue;
        const at = rangeOf(element, scope);
        const item = value.kind === 'list' && !value.isOpen ? value.items[index] : undefined;
        bindPattern(run, element, item ?? unknownVal(at), scope, isNew);
      }
      break;
    case 'RestElement':
      bindPattern(run, pattern.argument, unknownVal(rangeOf(pattern, scope)), scope, isNew);
      break;
    case 'TSParameterProperty':
      bindPattern(run, pattern.parameter, value, scope, isNew);
      break;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      bindPattern(run, pattern.expression, value, scope, isNew);
      break;
    case 'MemberExpression':
      setMember(run, pattern, value, scope);
      break;
    default:
  }
}

function setName(run: Run, name: string, value: Val, scope: Scope, isNew: boolean): void {
  if (isNew) {
    scope.names.set(name, value);
    return;
  }
  const before = lookUp(scope, name);
  if (before === undefined) return;
  assign(scope, name, run.doubt > 0 ? agreed(before, value, value.at) : value);
}

function orDefault(run: Run, pattern: NodeOf<'AssignmentPattern'>, value: Val, scope: Scope): Val {
  if (value.kind === 'plain' && value.value === undefined)
    return run.evaluate(pattern.right, scope);
  return value;
}

function bindProperty(run: Run, property: Node, value: Val, scope: Scope, isNew: boolean): void {
  if (property.type === 'RestElement') {
    const rest =
      value.kind === 'object'
        ? { ...value, props: new Map(value.props) }
        : unknownVal(rangeOf(property, scope));
    bindPattern(run, property.argument, rest, scope, isNew);
    return;
  }
  if (property.type !== 'ObjectProperty') return;
  const key = staticKey(property);
  const at = rangeOf(property, scope);
  const member = key === null ? unknownVal(at) : run.member(value, key, at);
  bindPattern(run, property.value, member, scope, isNew);
}

function setMember(run: Run, node: NodeOf<'MemberExpression'>, value: Val, scope: Scope): void {
  const object = run.evaluate(node.object, scope);
  const key = node.computed
    ? keyText(run.evaluate(node.property, scope))
    : node.property.type === 'Identifier'
      ? node.property.name
      : node.property.type === 'PrivateName'
        ? `#${node.property.id.name}`
        : null;
  if (object.kind === 'instance' && key !== null) {
    const before = object.fields.get(key) ?? plainVal(undefined, value.at);
    object.fields.set(key, run.doubt > 0 ? agreed(before, value, value.at) : value);
  } else if (object.kind === 'object') {
    if (key === null) object.isOpen = true;
    else object.props.set(key, { value, keyAt: rangeOf(node, scope), at: value.at });
  } else if (object.kind === 'unknown' && object.of !== null && key !== null) {
    run.host.assigned(object.of, key, run.doubt > 0 ? unknownVal(value.at) : value);
  }
}

function keyText(key: Val): string | null {
  return key.kind === 'plain' ? String(key.value) : null;
}
