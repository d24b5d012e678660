import { type EntityKey, entityKey, type Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { propOf, textOf, type Val } from '../../recognize/program/value.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
import type { TemplateResource, TemplateStack } from '../../recognize/resource/template-stack.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { type ConstructNode, prop } from './construct-tree.ts';
import { type Reading, templateProperties } from './properties.ts';

const stackPage =
  'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.StackProps.html#terminationprotection';
/** Names of properties that carry the environment. */
const stageProps =
  'stage stageName environment environmentName env envName envType deployEnv deploymentEnv deploymentStage'.split(
    ' ',
  );
/** What the library's policies are called in a template. */
const policies: Readonly<Record<string, string>> = {
  'aws-cdk-lib.RemovalPolicy.DESTROY': 'Delete',
  'aws-cdk-lib.RemovalPolicy.RETAIN': 'Retain',
  'aws-cdk-lib.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE': 'RetainExceptOnCreate',
  'aws-cdk-lib.RemovalPolicy.SNAPSHOT': 'Snapshot',
};

/** The stacks of an application with what its constructs become. */
export function stacksOf(
  nodes: readonly ConstructNode[],
  folder: string,
  knowledge: Knowledge,
): readonly TemplateStack[] {
  const held = new Map<ConstructNode, ConstructNode[]>();
  const ids = new Map<Val, string>();
  for (const node of nodes) {
    if (node.kind === 'stack') held.set(node, held.get(node) ?? []);
    if (node.kind !== 'resource') continue;
    const stack = stackOf(node);
    if (stack === null) continue;
    const inside = held.get(stack) ?? [];
    held.set(stack, [...inside, node]);
    ids.set(node.instance, idIn(node, stack, inside.length));
  }
  const reading: Reading = { knowledge, idOf: (instance) => ids.get(instance) };
  const made = new Map<string, ConstructNode>();
  const stacks: TemplateStack[] = [];
  for (const [stack, inside] of held) {
    let name = pathOf(stack) || `stack ${stacks.length + 1}`;
    // Made at one place under a name that the program computes: nothing tells one from the other.
    const twin = made.get(name)?.instance.at;
    if (twin?.file === stack.instance.at.file && twin.start === stack.instance.at.start) continue;
    while (made.has(name)) name = `${name}+`;
    made.set(name, stack);
    stacks.push(templateStack({ stack, inside, name, folder, reading }));
  }
  return stacks;
}

interface Making {
  readonly stack: ConstructNode;
  readonly inside: readonly ConstructNode[];
  readonly name: string;
  readonly folder: string;
  readonly reading: Reading;
}

function templateStack({ stack, inside, name, folder, reading }: Making): TemplateStack {
  const { at } = stack.instance;
  const stage = stageOf(stack);
  return {
    key: entityKey(`cdk:${folder}#${name}`),
    name: `stack ${name}`,
    at,
    folder,
    tool: 'aws-cdk',
    environment:
      stage === null
        ? null
        : {
            key: environmentKey(folder, stage.tier),
            name: stage.tier,
            tier: stage.tier,
            at: stage.at,
          },
    account: environmentPart(stack, 'account', /^\d{12}$/),
    region: environmentPart(stack, 'region', /^[a-z]{2}(?:-[a-z]+)+-\d$/),
    terminationProtection: protectionOf(stack),
    resources: inside.map((node) => resourceOf(node, reading)),
  };
}

function environmentKey(folder: string, tier: Tier): EntityKey {
  return entityKey(`environment:cdk:${folder}@${tier}`);
}

function resourceOf(node: ConstructNode, reading: Reading): TemplateResource {
  const { spec, instance } = node;
  const { at } = instance;
  const base = {
    id: reading.idOf(instance) ?? 'construct',
    type: spec?.type ?? node.className,
    at,
    updateReplacePolicy: undefined,
  };
  if (spec === null) return { ...base, properties: undefined, deletionPolicy: undefined };
  const policy = node.removal ?? prop(node, 'removalPolicy');
  const properties = templateProperties(node, spec, reading);
  const deletionPolicy =
    policy === undefined ? undefined : policyNode(policy, placeOf(node, policy));
  const isRetained = deletionPolicy?.type === 'scalar' && /^retain/i.test(deletionPolicy.text);
  const own =
    isRetained && spec.onWhenRetained !== undefined
      ? withSwitch(properties, spec.onWhenRetained, deletionPolicy.at)
      : properties;
  return {
    ...base,
    properties: own,
    deletionPolicy,
    ...(spec.removal === null ? {} : { removal: { policy: spec.removal, source: spec.source } }),
  };
}

function withSwitch(
  properties: ReturnType<typeof templateProperties>,
  name: string,
  at: SourceRange,
) {
  if (properties.entries.some(({ key }) => key === name)) return properties;
  const entry = { key: name, keyAt: at, labels: [], value: scalarNode(true, at) };
  return { ...properties, entries: [...properties.entries, entry] };
}

/** Where the construct is told its policy. */
function placeOf(node: ConstructNode, policy: Val): SourceRange {
  const { props } = node;
  if (node.removal !== null || props?.kind !== 'object') return policy.at;
  return props.props.get('removalPolicy')?.at ?? policy.at;
}

function policyNode(policy: Val, at: SourceRange): TemplateResource['deletionPolicy'] {
  const word = policy.kind === 'outer' ? policies[policy.name] : undefined;
  return word === undefined ? { type: 'expr', text: '', refs: [], at } : scalarNode(word, at);
}

function protectionOf(stack: ConstructNode): Value<boolean> | null {
  const value = prop(stack, 'terminationProtection');
  const { at } = stack.instance;
  if (value === undefined) return byDefault(false, at, stackPage);
  return value.kind === 'plain' && typeof value.value === 'boolean'
    ? written(value.value, value.at)
    : unknown('interpolated', value.at);
}

/** Account or region of the nearest construct around a stack that says one. */
function environmentPart(
  stack: ConstructNode,
  part: 'account' | 'region',
  shape: RegExp,
): TemplateStack['account'] {
  for (const node of outwards(stack)) {
    const [env] = handed(node, 'env').filter(({ kind }) => kind !== 'plain');
    if (env === undefined) continue;
    const value = propOf(env, part);
    const text = textOf(value);
    return value !== undefined && text !== undefined && shape.test(text)
      ? { id: text, at: value.at }
      : null;
  }
  return null;
}

/** The stage that a stack is of: what it is told, else what it and the constructs around it are called. */
function stageOf(stack: ConstructNode): { readonly tier: Tier; readonly at: SourceRange } | null {
  for (const node of outwards(stack)) {
    for (const value of stageProps.flatMap((name) => handed(node, name))) {
      const tier = tierOf(textOf(value) ?? '');
      if (tier !== null && tier !== 'unknown') return { tier, at: value.at };
    }
  }
  for (const node of outwards(stack)) {
    const tier = tierOfId(node.id ?? '') ?? tierOfId(textOf(propOf(node.props, 'stackName')) ?? '');
    if (tier !== null && tier !== 'unknown') return { tier, at: node.instance.at };
  }
  const { at } = stack.instance;
  const tier = tierOfPath(at.file);
  return tier === null || tier === 'unknown' ? null : { tier, at };
}

/** Words that say what a name is of. */
const kinds = new Set(['stack', 'stage', 'app', 'service', 'infra', 'infrastructure', 'env']);

/** The stage that a name begins or ends with: `ShopProdStack`, `dev-shop`; inside of one it may be what the thing is about. */
function tierOfId(id: string): Tier | null {
  const words = [...nameTokens(id)];
  while (words.length > 1 && kinds.has(words.at(-1) ?? '')) words.pop();
  const ends = [words.slice(-2).join('-'), words.slice(0, 2).join('-')];
  const [last, first] = [words.at(-1) ?? '', words[0] ?? ''];
  if (tierOf(last) === null && tierOf(first) === null) return null;
  return ends.map(tierOf).find((tier) => tier !== null) ?? null;
}

/** A property of what a construct was handed, also where its class keeps it to itself. */
function handed({ props, instance }: ConstructNode, name: string): readonly Val[] {
  return [props, ...instance.given].flatMap((value) => propOf(value, name) ?? []);
}

function* outwards(from: ConstructNode): Generator<ConstructNode> {
  let node: ConstructNode | null = from;
  for (let depth = 0; node !== null && depth < 100; depth += 1) {
    yield node;
    node = node.parent;
  }
}

function stackOf(node: ConstructNode): ConstructNode | null {
  for (const around of outwards(node)) if (around.kind === 'stack') return around;
  return null;
}

/** Ids from the application down, as the command line names a stack. */
function pathOf(stack: ConstructNode): string {
  const ids = [...outwards(stack)].flatMap(({ id, kind }) => (kind === 'app' ? [] : [id ?? '?']));
  return ids.reverse().join('/');
}

function idIn(node: ConstructNode, stack: ConstructNode, position: number): string {
  const ids: string[] = [];
  for (const around of outwards(node)) {
    if (around === stack) break;
    ids.push(around.id ?? `construct ${position + 1}`);
  }
  return ids.reverse().join('/');
}
