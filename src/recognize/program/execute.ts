import type { Node, NodeOf } from '../../formats/script/ast.ts';
import { staticKey } from '../../formats/script/bindings.ts';
import { bindPattern } from './bind.ts';
import { type Completion, innerScope, type Run, rangeOf } from './run.ts';
import {
  agreed,
  type Property,
  plainVal,
  type Scope,
  truthOf,
  unknownVal,
  type Val,
} from './value.ts';

const NORMAL: Completion = { kind: 'normal' };
const STOP: Completion = { kind: 'stop' };
/** Items of a list that a loop walks over. */
const MAX_ITEMS = 200;

/** Follows statements in order until one of them leaves. */
export function execute(run: Run, statements: readonly Node[], scope: Scope): Completion {
  for (const statement of statements) hoist(run, statement, scope);
  for (const statement of statements) {
    run.steps -= 1;
    if (run.steps < 0) return STOP;
    const completion = one(run, statement, scope);
    if (completion.kind !== 'normal') return completion;
  }
  return NORMAL;
}

function hoist(run: Run, statement: Node, scope: Scope): void {
  const node = declarationOf(statement);
  if (node?.type === 'FunctionDeclaration' && node.id != null) {
    const at = rangeOf(node, scope);
    scope.names.set(node.id.name, { kind: 'closure', node, scope, self: null, at });
  } else if (node?.type === 'ClassDeclaration' && node.id != null) {
    const at = rangeOf(node, scope);
    scope.names.set(node.id.name, { kind: 'class', node, scope, statics: new Map(), at });
  } else if (node?.type === 'TSEnumDeclaration') {
    scope.names.set(node.id.name, enumOf(run, node, scope));
  }
}

/** What an export statement declares, or the statement itself. */
export function declarationOf(statement: Node): Node | null {
  if (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration')
    return statement.declaration ?? null;
  return statement;
}

function enumOf(run: Run, node: NodeOf<'TSEnumDeclaration'>, scope: Scope): Val {
  const props = new Map<string, Property>();
  for (const [index, member] of node.members.entries()) {
    const key = staticKey(member);
    const at = rangeOf(member, scope);
    const value =
      member.initializer == null ? plainVal(index, at) : run.evaluate(member.initializer, scope);
    if (key !== null) props.set(key, { value, keyAt: at, at });
  }
  return { kind: 'object', props, isOpen: false, at: rangeOf(node, scope) };
}

function one(run: Run, node: Node, scope: Scope): Completion {
  switch (node.type) {
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) {
        const at = rangeOf(id, scope);
        const value = init == null ? plainVal(undefined, at) : run.evaluate(init, scope);
        bindPattern(run, id, value, scope, true);
      }
      return NORMAL;
    case 'ExpressionStatement':
      run.evaluate(node.expression, scope);
      return NORMAL;
    case 'ReturnStatement': {
      const at = rangeOf(node, scope);
      const value =
        node.argument == null ? plainVal(undefined, at) : run.evaluate(node.argument, scope);
      return { kind: 'return', value };
    }
    case 'BlockStatement':
      return run.execute(node.body, innerScope(scope));
    case 'IfStatement':
      return branch(run, node, scope);
    case 'ForOfStatement':
      return forOf(run, node, scope);
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return STOP;
    default:
      return other(run, node, scope);
  }
}

function other(run: Run, node: Node, scope: Scope): Completion {
  switch (node.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      maybe(run, [node.body], scope);
      return NORMAL;
    case 'SwitchStatement':
      return choose(run, node, scope);
    case 'TryStatement': {
      const done = run.execute(node.block.body, innerScope(scope));
      if (node.finalizer != null) run.execute(node.finalizer.body, innerScope(scope));
      return done.kind === 'stop' ? NORMAL : done;
    }
    case 'TSExportAssignment':
      run.exported(scope.file, 'default', run.evaluate(node.expression, scope));
      return NORMAL;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return exported(run, node, scope);
    default:
      return NORMAL;
  }
}

function exported(
  run: Run,
  node: NodeOf<'ExportNamedDeclaration'> | NodeOf<'ExportDefaultDeclaration'>,
  scope: Scope,
): Completion {
  const { declaration } = node;
  if (declaration == null) return NORMAL;
  if (node.type === 'ExportNamedDeclaration') return one(run, declaration, scope);
  const isStatement =
    declaration.type === 'ClassDeclaration' || declaration.type === 'FunctionDeclaration';
  const name = isStatement ? declaration.id?.name : undefined;
  const value = isStatement
    ? declaredValue(declaration, name, scope)
    : run.evaluate(declaration, scope);
  run.exported(scope.file, 'default', value);
  return NORMAL;
}

function declaredValue(
  node: NodeOf<'ClassDeclaration'> | NodeOf<'FunctionDeclaration'>,
  name: string | undefined,
  scope: Scope,
): Val {
  const known = name === undefined ? undefined : scope.names.get(name);
  if (known !== undefined) return known;
  const at = rangeOf(node, scope);
  return node.type === 'ClassDeclaration'
    ? { kind: 'class', node, scope, statics: new Map(), at }
    : { kind: 'closure', node, scope, self: null, at };
}

/** Follows what may not be followed by the program. */
function maybe(run: Run, statements: readonly Node[], scope: Scope): Completion {
  run.doubt += 1;
  const completion = run.execute(statements, innerScope(scope));
  run.doubt -= 1;
  return completion;
}

function branch(run: Run, node: NodeOf<'IfStatement'>, scope: Scope): Completion {
  const holds = truthOf(run.evaluate(node.test, scope));
  if (holds !== undefined) {
    const taken = holds ? node.consequent : node.alternate;
    return taken == null ? NORMAL : run.execute([taken], scope);
  }
  const yes = maybe(run, [node.consequent], scope);
  const no = node.alternate == null ? NORMAL : maybe(run, [node.alternate], scope);
  return joined(run, [yes, no], scope, node);
}

/** Ways that may have been taken: it returned only if all of them did. */
function joined(run: Run, ways: readonly Completion[], scope: Scope, node: Node): Completion {
  const values = ways.flatMap((way) => (way.kind === 'return' ? [way.value] : []));
  const [first, ...rest] = values;
  if (first === undefined) return NORMAL;
  if (ways.every((way) => way.kind !== 'normal')) {
    const at = rangeOf(node, scope);
    return { kind: 'return', value: rest.reduce((sum, value) => agreed(sum, value, at), first) };
  }
  run.returns.at(-1)?.push(...values);
  return NORMAL;
}

function choose(run: Run, node: NodeOf<'SwitchStatement'>, scope: Scope): Completion {
  const value = run.evaluate(node.discriminant, scope);
  const tests = node.cases.map(({ test }) => (test == null ? null : run.evaluate(test, scope)));
  const isKnown =
    value.kind === 'plain' && tests.every((test) => test === null || test.kind === 'plain');
  if (!isKnown) {
    const ways = node.cases.map(({ consequent }) => maybe(run, consequent, scope));
    return joined(run, tests.includes(null) ? ways : [...ways, NORMAL], scope, node);
  }
  const matching = tests.findIndex((test) => test?.kind === 'plain' && test.value === value.value);
  const start = matching >= 0 ? matching : tests.indexOf(null);
  if (start < 0) return NORMAL;
  const statements = node.cases.slice(start).flatMap(({ consequent }) => consequent);
  const done = run.execute(statements, innerScope(scope));
  return done.kind === 'stop' ? NORMAL : done;
}

function forOf(run: Run, node: NodeOf<'ForOfStatement'>, scope: Scope): Completion {
  const list = run.evaluate(node.right, scope);
  const pattern =
    node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
  const body = (item: Val) => {
    const inner = innerScope(scope);
    if (pattern !== undefined) bindPattern(run, pattern, item, inner, true);
    return run.execute([node.body], inner);
  };
  if (list.kind !== 'list' || list.isOpen) {
    run.doubt += 1;
    body(unknownVal(rangeOf(node, scope)));
    run.doubt -= 1;
    return NORMAL;
  }
  for (const item of list.items.slice(0, MAX_ITEMS)) {
    const done = body(item);
    if (done.kind === 'return') return done;
  }
  return NORMAL;
}
