import type { DataNode, MapNode } from '../../model/document.ts';
import {
  type EntityKey,
  type Environment,
  entityKey,
  type Fact,
  type FailureDomain,
  type InfraStack,
  type Tier,
} from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Place, Placement, RemovalSpec, Resource, Stack } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { relation } from './resource-facts.ts';
import { terraformSettings, withSettings } from './template-settings.ts';

/** Where CloudFormation states what becomes of a resource by default. */
const policyPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html';
const protectionPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html';

/** A resource as a CloudFormation template says it, or as a program writes it into one; evaluated. */
export interface TemplateResource {
  /** Logical id, unique in its stack. */
  readonly id: string;
  readonly type: string;
  readonly at: SourceRange;
  /** By the template's names. */
  readonly properties: DataNode | undefined;
  readonly deletionPolicy: DataNode | undefined;
  readonly updateReplacePolicy: DataNode | undefined;
  /** What holds where no deletion policy is written, if a library decides that instead of the template's rules. */
  readonly removal?: { readonly policy: 'delete' | 'retain' | 'snapshot'; readonly source: string };
}

/** A stack of CloudFormation, whoever wrote its template, in one environment. */
export interface TemplateStack {
  readonly key: EntityKey;
  readonly name: string;
  readonly at: SourceRange;
  readonly folder: string;
  readonly tool: string;
  /** Id of the collector that read it, where it is not called like the tool. */
  readonly collector?: string;
  readonly environment: {
    readonly key: EntityKey;
    readonly name: string;
    readonly tier: Tier;
    readonly at: SourceRange;
  } | null;
  /** Id of the account and name of the region, where they are written. */
  readonly account: { readonly id: string; readonly at: SourceRange } | null;
  readonly region: { readonly id: string; readonly at: SourceRange } | null;
  /** Deleting the stack is refused. */
  readonly terminationProtection: Value<boolean> | null;
  readonly resources: readonly TemplateResource[];
}

/** Everything a stack is: its environment, its account, and what its resources mean. */
export function templateFacts(template: TemplateStack, knowledge: Knowledge): readonly Fact[] {
  const resources: Resource[] = [];
  const byId = new Map<string, Resource>();
  const placement = placementOf(template);
  const stack: Stack = {
    key: template.key,
    name: template.name,
    folder: template.folder,
    tool: template.tool,
    ...(template.collector === undefined ? {} : { collector: template.collector }),
    environment: template.environment?.key ?? null,
    resources,
    target: (node) => targetOf(node, byId),
  };
  // Of two with one id the later counts, as in every map.
  const unique = new Map(template.resources.map((declared) => [declared.id, declared]));
  for (const declared of unique.values()) {
    const resource = madeResource(declared, { template, stack, placement, knowledge });
    byId.set(declared.id, resource);
    resources.push(resource);
  }
  return [
    ...stackFacts(template, placement),
    ...resources.flatMap(
      (resource) => knowledge.resource(resource.type)?.spec.facts(resource, knowledge) ?? [],
    ),
  ];
}

interface Setting {
  readonly template: TemplateStack;
  readonly stack: Stack;
  readonly placement: Placement;
  readonly knowledge: Knowledge;
}

function madeResource(resource: TemplateResource, setting: Setting): Resource {
  const { template, stack, placement, knowledge } = setting;
  const spec = knowledge.resource(resource.type)?.spec;
  const own = terraformSettings(resource.properties, spec?.renamed ?? {}, resource.at);
  const removal = knowledge.removal(resource.type)?.spec;
  return {
    key: entityKey(`${stack.key}#${resource.id}`),
    type: resource.type,
    name: resource.id,
    at: resource.at,
    settings: withPolicies(own, resource, removal, spec?.renamed ?? {}),
    stack,
    placement,
    preventDestroy: template.terminationProtection ?? byDefault(false, resource.at, protectionPage),
    retained: retainedOf(resource),
  };
}

function retainedOf(resource: TemplateResource): Value<boolean> {
  const { deletionPolicy, removal } = resource;
  if (deletionPolicy === undefined) {
    const isRetained = removal?.policy === 'retain';
    return byDefault(isRetained, resource.at, removal?.source ?? policyPage);
  }
  if (deletionPolicy.type !== 'scalar') return unknown('interpolated', deletionPolicy.at);
  return written(/^retain/i.test(deletionPolicy.text), deletionPolicy.at);
}

/** Says the policies by Terraform's settings: a last copy is made or not, whatever the dialect calls it. */
function withPolicies(
  settings: MapNode,
  resource: TemplateResource,
  spec: RemovalSpec | undefined,
  renamed: Readonly<Record<string, string>>,
): MapNode {
  const { deletionPolicy, updateReplacePolicy } = resource;
  const raw = {
    ...(deletionPolicy === undefined ? {} : { deletion_policy: deletionPolicy }),
    ...(updateReplacePolicy === undefined ? {} : { update_replace_policy: updateReplacePolicy }),
  };
  const result = withSettings(settings, raw, resource.at);
  if (spec === undefined) return result;
  const where = deletionPolicy?.at ?? resource.at;
  const policy = policyOf(resource, settings, spec, renamed);
  if (policy === 'delete') return withSettings(result, spec.deleting, where);
  if (policy === 'snapshot') return withSettings(result, spec.copying, where);
  if (policy === 'retain') return result;
  const unread: DataNode = { type: 'expr', text: '', refs: [], at: where };
  const names = Object.keys(spec.deleting).map((name) => [name, unread] as const);
  return withSettings(result, Object.fromEntries(names), where);
}

function policyOf(
  { deletionPolicy, removal }: TemplateResource,
  settings: MapNode,
  spec: RemovalSpec,
  renamed: Readonly<Record<string, string>>,
): 'delete' | 'retain' | 'snapshot' | 'unknown' {
  if (deletionPolicy === undefined) {
    if (removal !== undefined) return removal.policy;
    const { deletedWith = '' } = spec;
    const name = renamed[deletedWith] ?? deletedWith;
    const isMember = settings.entries.some(({ key }) => key === name);
    return isMember ? 'delete' : spec.otherwise;
  }
  if (deletionPolicy.type !== 'scalar') return 'unknown';
  const policy = deletionPolicy.text.toLowerCase();
  if (policy === 'delete' || policy === 'snapshot') return policy;
  return policy.startsWith('retain') ? 'retain' : 'unknown';
}

/** What a reference names: `Orders`, or a part of it like `Orders.Arn`. */
function targetOf(
  node: DataNode | undefined,
  byId: ReadonlyMap<string, Resource>,
): Resource | undefined {
  if (node?.type !== 'expr') return undefined;
  const [ref = ''] = node.refs;
  return byId.get(ref) ?? byId.get(ref.split('.')[0] ?? '');
}

function placementOf(template: TemplateStack): Placement {
  const { account, region, key, name, at } = template;
  return {
    account: placeOf('account', account, key, name, at),
    region: placeOf('region', region, key, name, at),
  };
}

function placeOf(
  level: 'account' | 'region',
  known: TemplateStack['account'],
  stack: EntityKey,
  name: string,
  at: SourceRange,
): Place {
  if (known === null) {
    const key = entityKey(`aws:${level}/${stack}`);
    return { key, name: `the ${level} of ${name}`, at, isKnown: false };
  }
  const key = entityKey(`aws:${level}/${known.id}`);
  const words = level === 'account' ? `account ${known.id}` : known.id;
  return { key, name: words, at: known.at, isKnown: true };
}

function stackFacts(template: TemplateStack, placement: Placement): readonly Fact[] {
  const { key, name, at, tool, folder, environment, collector = tool } = template;
  const base = { aliases: [], collector, implied: false, confidence: 'high' } as const;
  const stack: InfraStack = {
    kind: 'InfraStack',
    ...base,
    key,
    name,
    at,
    tool,
    folder,
    // CloudFormation itself remembers what a stack made.
    state: written('remote', at),
  };
  const places = [
    domain(placement.account, 'account', collector),
    domain(placement.region, 'region', collector),
  ];
  const facts: Fact[] = [stack, ...places];
  for (const place of places)
    facts.push(relation(key, 'placed-in', place.key, `it is made in ${place.name}`, place.at));
  if (environment === null) return facts;
  const made: Environment = { kind: 'Environment', ...base, ...environment };
  const because = `${name} belongs to ${environment.name}`;
  return [...facts, made, relation(key, 'in', environment.key, because, environment.at)];
}

function domain(place: Place, level: FailureDomain['level'], collector: string): FailureDomain {
  return {
    kind: 'FailureDomain',
    key: place.key,
    aliases: [],
    name: place.name,
    at: place.at,
    collector,
    implied: true,
    confidence: 'high',
    level,
  };
}
