import type { Node } from '../../formats/script/ast.ts';
import { staticKey } from '../../formats/script/bindings.ts';
import type { SourceRange } from '../../model/source.ts';
import { bindPattern } from './bind.ts';
import { innerScope, MAX_DEPTH, type Run, rangeOf } from './run.ts';
import {
  agreed,
  type ClassVal,
  type ClosureVal,
  type InstanceVal,
  type OuterVal,
  plainVal,
  type Scope,
  unknownVal,
  type Val,
} from './value.ts';

/** What a call returns. */
export function callValue(run: Run, callee: Val, args: readonly Val[], at: SourceRange): Val {
  const native = run.natives.get(callee);
  if (native !== undefined) {
    native(args);
    return plainVal(undefined, at);
  }
  if (callee.kind === 'closure') return callClosure(run, callee, args, at);
  if (callee.kind === 'outer') {
    const made = run.host.invoked(callee.name, args, at);
    return made ?? { kind: 'call', name: callee.name, args, at };
  }
  // Somebody else's function may call what it is handed.
  for (const argument of args) {
    if (argument.kind !== 'closure') continue;
    run.doubt += 1;
    const handed = argument.node.params.map(() => unknownVal(at));
    callClosure(run, argument, handed, at);
    run.doubt -= 1;
  }
  return unknownVal(at);
}

/** Follows a function's body; parameters that are not given are unknown only where `args` says so. */
function callClosure(
  run: Run,
  { node, scope, self }: ClosureVal,
  args: readonly Val[],
  at: SourceRange,
): Val {
  if (run.depth >= MAX_DEPTH || run.steps < 0) return unknownVal(at);
  run.depth += 1;
  run.returns.push([]);
  const inner = innerScope(scope, self ?? scope.self);
  bindParameters(run, node.params, args, inner, at);
  const result = bodyResult(run, node.body, inner, at);
  const early = run.returns.pop() ?? [];
  run.depth -= 1;
  return early.reduce((sum, value) => agreed(sum, value, at), result);
}

function bodyResult(run: Run, body: Node, scope: Scope, at: SourceRange): Val {
  if (body.type !== 'BlockStatement') return run.evaluate(body, scope);
  const done = run.execute(body.body, scope);
  return done.kind === 'return' ? done.value : plainVal(undefined, at);
}

function bindParameters(
  run: Run,
  params: readonly Node[],
  args: readonly Val[],
  scope: Scope,
  at: SourceRange,
): void {
  for (const [index, param] of params.entries()) {
    if (param.type === 'RestElement') {
      const rest: Val = { kind: 'list', items: args.slice(index), isOpen: false, at };
      bindPattern(run, param.argument, rest, scope, true);
    } else {
      bindPattern(run, param, args[index] ?? plainVal(undefined, at), scope, true);
    }
  }
}

/** Makes an object. Classes of the program run their constructors, those of a library are told to the host. */
export function construct(run: Run, callee: Val, args: readonly Val[], at: SourceRange): Val {
  if (callee.kind !== 'class' && callee.kind !== 'outer') return unknownVal(at);
  if (run.depth >= MAX_DEPTH) return unknownVal(at);
  const instance: InstanceVal = {
    kind: 'instance',
    outer: null,
    given: args,
    fields: new Map(),
    methods: new Map(),
    at,
  };
  run.depth += 1;
  initialise(run, instance, callee, args, at);
  run.depth -= 1;
  return instance;
}

function initialise(
  run: Run,
  instance: InstanceVal,
  callee: Val,
  args: readonly Val[],
  at: SourceRange,
): void {
  if (callee.kind === 'outer') {
    instance.outer = callee.name;
    run.host.made(callee.name, instance, args, run.doubt === 0);
    return;
  }
  if (callee.kind !== 'class' || run.depth > MAX_DEPTH) return;
  const { node, scope } = callee;
  const inner = innerScope(scope, instance);
  for (const member of node.body.body) addMethod(instance, member, inner);
  const parent = node.superClass == null ? null : run.evaluate(node.superClass, scope);
  const begin = (given: readonly Val[]) => {
    run.depth += 1;
    if (parent !== null) initialise(run, instance, parent, given, at);
    run.depth -= 1;
    setFields(run, instance, callee, inner);
  };
  const own = node.body.body.find(
    (member) => member.type === 'ClassMethod' && member.kind === 'constructor',
  );
  if (own?.type !== 'ClassMethod') {
    begin(args);
    return;
  }
  if (parent === null) setFields(run, instance, callee, inner);
  const body = innerScope(inner, instance);
  const superVal: OuterVal = { kind: 'outer', name: 'super', at };
  run.natives.set(superVal, begin);
  body.names.set('super', superVal);
  bindParameters(run, own.params, args, body, at);
  for (const param of own.params) {
    if (param.type !== 'TSParameterProperty') continue;
    const target = param.parameter.type === 'Identifier' ? param.parameter : param.parameter.left;
    if (target.type !== 'Identifier') continue;
    instance.fields.set(target.name, body.names.get(target.name) ?? unknownVal(at));
  }
  run.returns.push([]);
  run.execute(own.body.body, body);
  run.returns.pop();
}

function addMethod(instance: InstanceVal, member: Node, scope: Scope): void {
  if (member.type !== 'ClassMethod' && member.type !== 'ClassPrivateMethod') return;
  if (member.kind === 'constructor' || member.static === true) return;
  const key = member.type === 'ClassPrivateMethod' ? `#${member.key.id.name}` : staticKey(member);
  // Those of the class that is made come first and stay.
  if (key === null || instance.methods.has(key)) return;
  const at = rangeOf(member, scope);
  instance.methods.set(key, { kind: 'closure', node: member, scope, self: instance, at });
}

function setFields(run: Run, instance: InstanceVal, { node }: ClassVal, scope: Scope): void {
  for (const member of node.body.body) {
    if (member.type !== 'ClassProperty' && member.type !== 'ClassPrivateProperty') continue;
    if (member.static === true || member.value == null) continue;
    const key =
      member.type === 'ClassPrivateProperty' ? `#${member.key.id.name}` : staticKey(member);
    if (key !== null) instance.fields.set(key, run.evaluate(member.value, scope));
  }
}

/** What a value has under a key. */
export function member(run: Run, object: Val, key: string, at: SourceRange): Val {
  switch (object.kind) {
    case 'object': {
      const found = object.props.get(key)?.value;
      if (found !== undefined) return found;
      return object.isOpen ? unknownVal(at, key) : plainVal(undefined, at);
    }
    case 'list':
      if (key === 'length' && !object.isOpen) return plainVal(object.items.length, at);
      return object.items[Number(key)] ?? unknownVal(at);
    case 'plain':
      return key === 'length' && typeof object.value === 'string'
        ? plainVal(object.value.length, at)
        : unknownVal(at);
    case 'outer':
      return { kind: 'outer', name: run.host.memberName(object.name, key), at };
    case 'instance':
      return memberOfInstance(run, object, key, at);
    case 'class':
      return memberOfClass(run, object, key, at);
    case 'unknown': {
      const name = object.name === '' || object.name.length > 200 ? '' : `${object.name}.${key}`;
      return unknownVal(at, name, object.of);
    }
    case 'call':
    case 'closure':
      return unknownVal(at);
  }
}

function memberOfInstance(run: Run, object: InstanceVal, key: string, at: SourceRange): Val {
  const field = object.fields.get(key);
  if (field !== undefined) return field;
  const method = object.methods.get(key);
  if (
    method?.kind === 'closure' &&
    method.node.type === 'ClassMethod' &&
    method.node.kind === 'get'
  )
    return callClosure(run, method, [], at);
  return method ?? unknownVal(at, key, object);
}

function memberOfClass(run: Run, object: ClassVal, key: string, at: SourceRange): Val {
  const known = object.statics.get(key);
  if (known !== undefined) return known;
  const inner = innerScope(object.scope, object);
  for (const found of object.node.body.body) {
    if (found.type !== 'ClassProperty' && found.type !== 'ClassMethod') continue;
    if (found.static !== true || staticKey(found) !== key) continue;
    // A property that leads back to itself finds this.
    object.statics.set(key, unknownVal(at));
    const value: Val =
      found.type === 'ClassMethod'
        ? { kind: 'closure', node: found, scope: inner, self: object, at: rangeOf(found, inner) }
        : found.value == null
          ? unknownVal(at)
          : run.evaluate(found.value, inner);
    object.statics.set(key, value);
    return value;
  }
  return unknownVal(at, key);
}
