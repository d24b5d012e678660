import type { Knowledge } from '../../model/knowledge.ts';
import type { ConstructMethod, ConstructSpec } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Host } from '../../recognize/program/run.ts';
import {
  type InstanceVal,
  propOf,
  textOf,
  unknownVal,
  type Val,
} from '../../recognize/program/value.ts';

/** A construct that the program makes, at its place in the tree. */
export interface ConstructNode {
  readonly instance: InstanceVal;
  readonly className: string;
  readonly parent: ConstructNode | null;
  /** `null` where the program computes it. */
  readonly id: string | null;
  readonly props: Val | undefined;
  readonly kind: 'app' | 'stage' | 'stack' | 'resource' | 'group';
  readonly spec: ConstructSpec | null;
  /** Removal policy that was applied after it was made. */
  removal: Val | null;
  /** Properties of the template that were set past the construct. */
  readonly overrides: Map<string, Val>;
}

export interface ConstructTree {
  readonly host: Host;
  readonly nodes: readonly ConstructNode[];
}

/** Constructs that one application makes. */
const MAX_NODES = 5000;
const CORE = 'aws-cdk-lib';

/** Listens to a program and keeps the constructs that it makes. `context` answers what `cdk.json` says. */
export function constructTree(
  knowledge: Knowledge,
  context: (key: string) => Val | undefined,
): ConstructTree {
  const nodes: ConstructNode[] = [];
  const byInstance = new Map<Val, ConstructNode>();
  const made: Host['made'] = (className, instance, args) => {
    if (nodes.length >= MAX_NODES) return;
    const [scope, id, props] = args;
    const spec = knowledge.construct(className)?.spec ?? null;
    const parent = (scope === undefined ? undefined : byInstance.get(scope)) ?? null;
    const node: ConstructNode = {
      instance,
      className,
      parent,
      id: textOf(id) ?? null,
      props: className === `${CORE}.App` ? scope : props,
      kind: kindOf(className, spec, parent),
      spec,
      removal: null,
      overrides: new Map(),
    };
    nodes.push(node);
    byInstance.set(instance, node);
  };
  const called: Host['called'] = (target, method, args) => {
    if (method === 'tryGetContext' || method === 'getContext') {
      const key = textOf(args[0]);
      return key === undefined ? undefined : context(key);
    }
    applyCall({ byInstance, nodes, target, method, args });
    const owner = byInstance.get(target);
    const beside = owner?.spec?.methods?.[method];
    if (owner?.spec != null && beside !== undefined)
      nodes.push(nodeBeside(owner, owner.spec, beside, args));
    return undefined;
  };
  const invoked: Host['invoked'] = (name, args, at) => {
    if (knowledge.construct(name) === undefined) return undefined;
    const instance = newInstance(name, args, at);
    made(name, instance, args, true);
    return instance;
  };
  const host: Host = {
    moduleName,
    memberName,
    made,
    invoked,
    called,
    assigned: (instance, key, value) => byInstance.get(instance)?.overrides.set(key, value),
  };
  return { host, nodes };
}

function newInstance(outer: string, given: readonly Val[], at: SourceRange): InstanceVal {
  return { kind: 'instance', outer, given, fields: new Map(), methods: new Map(), at };
}

/** What a method of a construct declares. */
function nodeBeside(
  owner: ConstructNode,
  spec: ConstructSpec,
  { type, owner: setting }: ConstructMethod,
  args: readonly Val[],
): ConstructNode {
  const [id, props] = args;
  return {
    instance: newInstance(type, args, id?.at ?? owner.instance.at),
    className: type,
    parent: owner,
    id: textOf(id) ?? null,
    props,
    kind: 'resource',
    spec: { ...spec, type, settings: {}, words: {}, defaults: {}, mayHold: [], removal: null },
    removal: null,
    overrides: new Map<string, Val>([[setting, owner.instance]]),
  };
}

/** One name for a module, whichever generation of the library it comes from. */
function moduleName(specifier: string): string {
  if (specifier === '@aws-cdk/core') return CORE;
  const single = /^@aws-cdk\/(aws-[a-z0-9-]+?)(?:-alpha)?$/.exec(specifier)?.[1];
  if (single !== undefined) return `${CORE}/${single}`;
  return specifier.replace(/^(aws-cdk-lib)\/core$/, '$1');
}

/** `aws_rds` of the library is its module `aws-cdk-lib/aws-rds`. */
function memberName(name: string, key: string): string {
  if (name === CORE && key.startsWith('aws_')) return `${CORE}/${key.replace(/_/g, '-')}`;
  return name.length > 300 ? name : `${name}.${key}`;
}

function kindOf(
  className: string,
  spec: ConstructSpec | null,
  parent: ConstructNode | null,
): ConstructNode['kind'] {
  if (spec !== null) return 'resource';
  // Somebody else's class that stands right below an application or a stage is one of theirs.
  if ((parent?.kind === 'app' || parent?.kind === 'stage') && !className.startsWith(`${CORE}.`))
    return className.endsWith('Stage') ? 'stage' : className.endsWith('Stack') ? 'stack' : 'group';
  switch (className) {
    case `${CORE}.App`:
      return 'app';
    case `${CORE}.Stage`:
      return 'stage';
    case `${CORE}.Stack`:
    case `${CORE}.NestedStack`:
      return 'stack';
    default:
      return 'group';
  }
}

interface Called {
  readonly byInstance: ReadonlyMap<Val, ConstructNode>;
  readonly nodes: readonly ConstructNode[];
  readonly target: Val;
  readonly method: string;
  readonly args: readonly Val[];
}

/** Calls that change what a construct becomes after it was made. */
function applyCall({ byInstance, nodes, target, method, args }: Called): void {
  const [first, second] = args;
  if (method === 'applyRemovalPolicy' && first !== undefined) {
    const node = nodeOf(byInstance, target);
    if (node !== undefined) node.removal = first;
  }
  if (method === 'addPropertyOverride' || method === 'addOverride') {
    const node = nodeOf(byInstance, target);
    const path = textOf(first)?.replace(/^Properties\./, '');
    if (node !== undefined && path !== undefined && second !== undefined)
      node.overrides.set(path, second);
  }
  const policies = target.kind === 'call' && target.name === `${CORE}.RemovalPolicies.of`;
  if (!policies || !['destroy', 'retain', 'snapshot'].includes(method)) return;
  const scope = target.args[0] === undefined ? undefined : byInstance.get(target.args[0]);
  if (scope === undefined) return;
  const policy: Val = {
    kind: 'outer',
    name: `${CORE}.RemovalPolicy.${method.toUpperCase()}`,
    at: target.at,
  };
  for (const node of nodes) if (isWithin(node, scope)) node.removal ??= policy;
}

/** The construct itself, or the one whose part it is: `bucket.node.defaultChild`. */
function nodeOf(
  byInstance: ReadonlyMap<Val, ConstructNode>,
  target: Val,
): ConstructNode | undefined {
  if (target.kind === 'unknown' && target.of !== null) return byInstance.get(target.of);
  return byInstance.get(target);
}

function isWithin(node: ConstructNode, scope: ConstructNode): boolean {
  let current: ConstructNode | null = node;
  for (let depth = 0; current !== null && depth < 100; depth += 1) {
    if (current === scope) return true;
    current = current.parent;
  }
  return false;
}

/** A property of a construct; unknown where others may have been passed on with it. */
export function prop(node: ConstructNode, name: string): Val | undefined {
  const value = propOf(node.props, name);
  if (value !== undefined) return value.kind === 'plain' && value.value == null ? undefined : value;
  const { props } = node;
  const isOpen = props?.kind === 'unknown' || (props?.kind === 'object' && props.isOpen);
  return isOpen ? unknownVal(node.instance.at) : undefined;
}
