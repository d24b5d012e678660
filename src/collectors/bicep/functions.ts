import type { Expression } from '../../formats/bicep/ast.ts';
import { type DataNode, items } from '../../model/document.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
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

/** A scope, and how its expressions are evaluated. */
export interface Calling extends Scope {
  readonly inner: (one: Expression) => DataNode;
  /** Expressions that are open around it. */
  readonly depth: number;
}

const comparing: Readonly<Record<string, string>> = {
  equals: '==',
  less: '<',
  lessOrEquals: '<=',
  greater: '>',
  greaterOrEquals: '>=',
  add: '+',
};

/** What a function of templates returns, where that does not depend on a deployment. */
export function callOf(
  { name, of, args: given, at }: Extract<Expression, { type: 'call' }>,
  scope: Calling,
): DataNode {
  // A method of a resource, as `listKeys`.
  if (of !== null && of.type === 'name' && scope.refOf(of.name) !== undefined)
    return scope.inner(of);
  const [first, second, third] = given;
  if (name === 'if' && first !== undefined && second !== undefined && third !== undefined) {
    const truth = truthOf(scope.inner(first));
    if (truth !== undefined) return scope.inner(truth ? second : third);
    return agreed(scope.inner(second), scope.inner(third), at);
  }
  const args = given.map(scope.inner);
  const [one, two] = args;
  if (name === 'parameters' || name === 'variables')
    return (
      (one?.type === 'scalar' ? scope.lookUp(one.text, scope.depth + 1) : undefined) ?? unread(at)
    );
  const operator = comparing[name];
  if (operator !== undefined && one !== undefined && two !== undefined)
    return relation(operator, one, two, at);
  return plainCall(name, args, scope, at);
}

function plainCall(
  name: string,
  args: readonly DataNode[],
  scope: Calling,
  at: DataNode['at'],
): DataNode {
  const [one, two] = args;
  switch (name) {
    case 'and':
    case 'or': {
      const truths = args.map(truthOf);
      const decisive = name === 'or';
      if (truths.includes(decisive)) return truthNode(decisive, at);
      return truths.includes(undefined) ? unread(at) : truthNode(!decisive, at);
    }
    case 'not':
      return truthNode(one === undefined ? undefined : negated(truthOf(one)), at);
    case 'bool':
      return truthNode(one === undefined ? undefined : truthOf(one), at);
    case 'string':
    case 'int':
    case 'any':
      return one ?? unread(at);
    case 'toLower':
    case 'toUpper':
      if (one?.type !== 'scalar') return one ?? unread(at);
      return scalarNode(name === 'toLower' ? one.text.toLowerCase() : one.text.toUpperCase(), at);
    case 'concat':
      return args.every(({ type }) => type === 'list')
        ? { type: 'list', items: args.flatMap((arg) => items(arg)).slice(0, 2000), at }
        : joined(args, at);
    case 'format':
      return formatted(args, at);
    case 'empty':
      return emptyOf(one, at);
    case 'contains':
      return containsOf(one, two, at);
    case 'coalesce':
      return (
        args.find((arg) => arg.type !== 'scalar' || arg.value !== null) ?? scalarNode(null, at)
      );
    case 'union':
      return unionOf(args, at);
    case 'range':
      return rangeOf(one, two, at);
    case 'resourceId':
    case 'extensionResourceId':
    case 'reference':
      return unread(at, referenceIn(args, scope));
    case 'resourceGroup':
      // The group that the template is deployed to; with a name, another one.
      return unread(at, args.length === 0 ? ['resourceGroup()'] : []);
    default:
      return unread(
        at,
        args.flatMap((arg) => (arg.type === 'expr' ? arg.refs : [])),
      );
  }
}

/** `Microsoft.Sql/servers`, `name` stand for the resource that the template gives that type and name. */
function referenceIn(args: readonly DataNode[], scope: Calling): readonly string[] {
  const texts = args.map((arg) => (arg.type === 'scalar' ? arg.text : '?'));
  const start = texts.findIndex((text) => /^[A-Za-z]\w*\.[\w.]+\//.test(text));
  const found = start < 0 ? undefined : scope.refOf(texts.slice(start).join('/').toLowerCase());
  const handed = args.flatMap((arg) => (arg.type === 'expr' ? arg.refs : []));
  return found === undefined ? handed : [found];
}

function formatted([form, ...args]: readonly DataNode[], at: DataNode['at']): DataNode {
  if (form?.type !== 'scalar') return unread(at);
  const parts = form.text.split(/(\{\d{1,2}\})/).map((part): DataNode => {
    const index = /^\{(\d{1,2})\}$/.exec(part)?.[1];
    return index === undefined ? scalarNode(part, at) : (args[Number(index)] ?? unread(at));
  });
  return joined(parts, at);
}

function emptyOf(node: DataNode | undefined, at: DataNode['at']): DataNode {
  if (node?.type === 'scalar') return truthNode(node.value === null || node.text === '', at);
  if (node?.type === 'list') return truthNode(node.items.length === 0, at);
  return node?.type === 'map' ? truthNode(node.entries.length === 0, at) : unread(at);
}

function containsOf(
  whole: DataNode | undefined,
  part: DataNode | undefined,
  at: DataNode['at'],
): DataNode {
  if (part?.type !== 'scalar') return unread(at);
  const { text } = part;
  if (whole?.type === 'scalar') return truthNode(whole.text.includes(text), at);
  if (whole?.type === 'map')
    return truthNode(
      whole.entries.some(({ key }) => key === text),
      at,
    );
  if (whole?.type !== 'list') return unread(at);
  if (whole.items.some((item) => item.type === 'scalar' && item.text === text))
    return truthNode(true, at);
  return whole.items.every(({ type }) => type === 'scalar') ? truthNode(false, at) : unread(at);
}

function unionOf(args: readonly DataNode[], at: DataNode['at']): DataNode {
  if (args.every(({ type }) => type === 'list'))
    return { type: 'list', items: args.flatMap((arg) => items(arg)).slice(0, 2000), at };
  if (args.some(({ type }) => type !== 'map')) return unread(at);
  const entries = new Map(
    args
      .flatMap((arg) => (arg.type === 'map' ? arg.entries : []))
      .map((entry) => [entry.key, entry]),
  );
  return { type: 'map', entries: [...entries.values()], at };
}

function rangeOf(
  first: DataNode | undefined,
  count: DataNode | undefined,
  at: DataNode['at'],
): DataNode {
  if (first?.type !== 'scalar' || count?.type !== 'scalar') return unread(at);
  const length = Math.min(Math.max(Number(count.text) || 0, 0), 200);
  const from = Number(first.text) || 0;
  return { type: 'list', items: Array.from({ length }, (_, i) => scalarNode(from + i, at)), at };
}
