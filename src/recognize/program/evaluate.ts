import type { Node, NodeOf } from '../../formats/script/ast.ts';
import { staticKey } from '../../formats/script/bindings.ts';
import { bindPattern } from './bind.ts';
import { compare } from './operators.ts';
import { innerScope, lookUp, type Run, rangeOf } from './run.ts';
import {
  agreed,
  type ListVal,
  type ObjectVal,
  plainVal,
  type Scope,
  truthOf,
  unknownVal,
  type Val,
} from './value.ts';

/** What an expression comes to. Never throws; what is too deep or too long is unknown. */
export function evaluate(run: Run, node: Node, scope: Scope): Val {
  const at = rangeOf(node, scope);
  run.steps -= 1;
  if (run.steps < 0) return unknownVal(at);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return plainVal(node.value, at);
    case 'NullLiteral':
      return plainVal(null, at);
    case 'Identifier':
      return node.name === 'undefined'
        ? plainVal(undefined, at)
        : (lookUp(scope, node.name) ??
            run.host.global?.(node.name, at) ??
            unknownVal(at, node.name));
    case 'ThisExpression':
      return scope.self ?? unknownVal(at, 'this');
    case 'TemplateLiteral':
      return template(run, node, scope);
    case 'ObjectExpression':
      return objectOf(run, node, scope);
    case 'ArrayExpression':
      return listOf(run, node, scope);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { kind: 'closure', node, scope, self: scope.self, at };
    case 'ClassExpression':
      return { kind: 'class', node, scope, statics: new Map(), at };
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return run.evaluate(node.expression, scope);
    case 'AwaitExpression':
      return run.evaluate(node.argument, scope);
    default:
      return compound(run, node, scope);
  }
}

function compound(run: Run, node: Node, scope: Scope): Val {
  const at = rangeOf(node, scope);
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const object = run.evaluate(node.object, scope);
      const key = keyOf(run, node, scope);
      return key === null ? unknownVal(at) : run.member(object, key, at);
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      return call(run, node, scope);
    case 'NewExpression': {
      const head = { ...at, end: node.callee.end ?? at.end };
      return run.construct(run.evaluate(node.callee, scope), argumentsOf(run, node, scope), head);
    }
    case 'ConditionalExpression': {
      const holds = truthOf(run.evaluate(node.test, scope));
      if (holds !== undefined) return run.evaluate(holds ? node.consequent : node.alternate, scope);
      const one = inDoubt(run, node.consequent, scope);
      return agreed(one, inDoubt(run, node.alternate, scope), at);
    }
    case 'LogicalExpression':
      return logical(run, node, scope);
    case 'BinaryExpression':
      if (node.left.type === 'PrivateName') return unknownVal(at);
      return compare(
        node.operator,
        run.evaluate(node.left, scope),
        run.evaluate(node.right, scope),
        at,
      );
    case 'UnaryExpression':
      return unary(node.operator, run.evaluate(node.argument, scope), at);
    case 'AssignmentExpression':
      return assignment(run, node, scope);
    case 'SequenceExpression':
      return node.expressions.reduce<Val>((_, one) => run.evaluate(one, scope), unknownVal(at));
    default:
      return unknownVal(at);
  }
}

/** Evaluates what may never be evaluated by the program. */
function inDoubt(run: Run, node: Node, scope: Scope): Val {
  run.doubt += 1;
  const value = run.evaluate(node, innerScope(scope));
  run.doubt -= 1;
  return value;
}

function logical(run: Run, node: NodeOf<'LogicalExpression'>, scope: Scope): Val {
  const left = run.evaluate(node.left, scope);
  const holds = node.operator === '??' ? present(left) : truthOf(left);
  if (holds === undefined)
    return agreed(left, inDoubt(run, node.right, scope), rangeOf(node, scope));
  const stops = node.operator === '&&' ? !holds : holds;
  return stops ? left : run.evaluate(node.right, scope);
}

function present(value: Val): boolean | undefined {
  if (value.kind === 'unknown') return undefined;
  return value.kind !== 'plain' || value.value != null;
}

function assignment(run: Run, node: NodeOf<'AssignmentExpression'>, scope: Scope): Val {
  const value = run.evaluate(node.right, scope);
  if (node.operator === '=') bindPattern(run, node.left, value, scope, false);
  else bindPattern(run, node.left, unknownVal(rangeOf(node, scope)), scope, false);
  return value;
}

function unary(operator: string, value: Val, at: Val['at']): Val {
  const truth = truthOf(value);
  if (operator === '!' && truth !== undefined) return plainVal(!truth, at);
  if (operator === '-' && value.kind === 'plain' && typeof value.value === 'number')
    return plainVal(-value.value, at);
  return unknownVal(at);
}

function template(run: Run, node: NodeOf<'TemplateLiteral'>, scope: Scope): Val {
  const at = rangeOf(node, scope);
  let text = '';
  for (const [index, quasi] of node.quasis.entries()) {
    text += quasi.value.cooked ?? quasi.value.raw;
    const expression = node.expressions[index];
    if (expression === undefined) continue;
    const part = run.evaluate(expression, scope);
    if (part.kind !== 'plain' || text.length > 10_000) return unknownVal(at);
    text += String(part.value);
  }
  return plainVal(text, at);
}

function objectOf(run: Run, node: NodeOf<'ObjectExpression'>, scope: Scope): ObjectVal {
  const at = rangeOf(node, scope);
  const made: ObjectVal = { kind: 'object', props: new Map(), isOpen: false, at };
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      spreadInto(made, run.evaluate(property.argument, scope));
      continue;
    }
    const computed = property.computed ? run.evaluate(property.key, scope) : null;
    const key =
      computed === null
        ? staticKey(property)
        : computed.kind === 'plain'
          ? String(computed.value)
          : null;
    if (key === null) {
      made.isOpen = true;
      continue;
    }
    const place = property.type === 'ObjectMethod' ? property : property.value;
    const value: Val =
      property.type === 'ObjectMethod'
        ? { kind: 'closure', node: property, scope, self: made, at: rangeOf(property, scope) }
        : run.evaluate(property.value, scope);
    made.props.set(key, { value, keyAt: rangeOf(property.key, scope), at: rangeOf(place, scope) });
  }
  return made;
}

/** What is spread replaces what stood there; something unknown may replace anything. */
function spreadInto(made: ObjectVal, value: Val): void {
  if (value.kind === 'object') {
    for (const [key, property] of value.props) made.props.set(key, property);
    made.isOpen ||= value.isOpen;
  } else if (value.kind !== 'plain') {
    made.isOpen = true;
    for (const [key, property] of made.props)
      made.props.set(key, { ...property, value: unknownVal(property.at) });
  }
}

function listOf(run: Run, node: NodeOf<'ArrayExpression'>, scope: Scope): ListVal {
  const made: ListVal = { kind: 'list', items: [], isOpen: false, at: rangeOf(node, scope) };
  for (const element of node.elements) {
    if (element === null) continue;
    if (element.type !== 'SpreadElement') {
      made.items.push(run.evaluate(element, scope));
      continue;
    }
    const spread = run.evaluate(element.argument, scope);
    if (spread.kind === 'list') made.items.push(...spread.items.slice(0, 1000));
    if (spread.kind !== 'list' || spread.isOpen) made.isOpen = true;
  }
  return made;
}

/** The key of a member, `null` where it is computed and unknown. */
export function keyOf(
  run: Run,
  node: NodeOf<'MemberExpression'> | NodeOf<'OptionalMemberExpression'>,
  scope: Scope,
): string | null {
  if (!node.computed) {
    if (node.property.type === 'Identifier') return node.property.name;
    return node.property.type === 'PrivateName' ? `#${node.property.id.name}` : null;
  }
  const key = run.evaluate(node.property, scope);
  return key.kind === 'plain' ? String(key.value) : null;
}

function call(
  run: Run,
  node: NodeOf<'CallExpression'> | NodeOf<'OptionalCallExpression'>,
  scope: Scope,
): Val {
  const at = rangeOf(node, scope);
  const { callee } = node;
  if (callee.type === 'Super') {
    // Only constructors call it; their class handles it under this name.
    const parent = lookUp(scope, 'super');
    const args = argumentsOf(run, node, scope);
    return parent === undefined ? unknownVal(at) : run.callValue(parent, args, at);
  }
  if (callee.type === 'Import' || isRequire(callee, scope)) {
    const [module] = argumentsOf(run, node, scope);
    if (module?.kind !== 'plain' || typeof module.value !== 'string') return unknownVal(at);
    return run.imported(scope.file, module.value, null, at);
  }
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression')
    return run.callValue(run.evaluate(callee, scope), argumentsOf(run, node, scope), at);
  if (callee.object.type === 'Super') return unknownVal(at);
  const object = run.evaluate(callee.object, scope);
  const key = keyOf(run, callee, scope);
  const args = argumentsOf(run, node, scope);
  if (key === null) return unknownVal(at);
  const known = run.callMethod(object, key, args, at);
  return known ?? run.callValue(run.member(object, key, at), args, at);
}

/** `require` of CommonJS, unless the program calls something of its own so. */
function isRequire(callee: Node, scope: Scope): boolean {
  return (
    callee.type === 'Identifier' &&
    callee.name === 'require' &&
    lookUp(scope, 'require') === undefined
  );
}

function argumentsOf(
  run: Run,
  node: NodeOf<'CallExpression'> | NodeOf<'OptionalCallExpression'> | NodeOf<'NewExpression'>,
  scope: Scope,
): readonly Val[] {
  return node.arguments.flatMap((argument): readonly Val[] => {
    if (argument.type !== 'SpreadElement') return [run.evaluate(argument, scope)];
    const spread = run.evaluate(argument.argument, scope);
    return spread.kind === 'list' ? spread.items : [unknownVal(spread.at)];
  });
}
