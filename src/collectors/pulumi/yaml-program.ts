import { at, type DataEntry, type DataNode, entries, type MapNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { DeclaredResource } from '../../recognize/resource/declared-stack.ts';
import type { ProviderSettings } from '../../recognize/resource/provider-place.ts';
import {
  emptyMap,
  scalarNode,
  terraformSettings,
  withSettings,
} from '../../recognize/resource/template-settings.ts';
import type { Project, StackPlan } from './project.ts';

const docs = 'https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/';
const MAX_RESOURCES = 2000;
const MAX_DEPTH = 30;
/** Nodes that are looked at for one stack: variables may name each other many times over. */
const MAX_STEPS = 50_000;

/** What a program in YAML makes in one stack. */
export function yamlResources(
  project: Project,
  plan: StackPlan,
  knowledge: Knowledge,
): readonly DeclaredResource[] {
  const declared = entries(at(project.root, 'resources')).slice(0, MAX_RESOURCES);
  const names = new Map(declared.map((entry) => [entry.key, entry.value]));
  const variables = new Map(
    entries(at(project.root, 'variables')).map(({ key, value }) => [key, value]),
  );
  const scope: Scope = { project, plan, variables, names, allowance: { left: MAX_STEPS } };
  return declared.flatMap((entry) => resourceOf(entry, scope, knowledge));
}

interface Scope {
  readonly project: Project;
  readonly plan: StackPlan;
  readonly variables: ReadonlyMap<string, DataNode>;
  readonly names: ReadonlyMap<string, DataNode>;
  readonly allowance: { left: number };
}

function resourceOf(entry: DataEntry, scope: Scope, knowledge: Knowledge): DeclaredResource[] {
  const { key, keyAt, value } = entry;
  const type = at(value, 'type');
  const spec = type?.type === 'scalar' ? knowledge.construct(classOf(type.text))?.spec : undefined;
  // What only reads something is made by nobody here.
  if (spec === undefined || at(value, 'get') !== undefined) return [];
  const properties = evaluated(at(value, 'properties') ?? emptyMap(keyAt), scope, 0);
  const named = terraformSettings(properties, spec.settings, keyAt);
  const unread: DataNode = { type: 'expr', text: '', refs: [], at: keyAt };
  const hidden =
    properties.type === 'map' ? [] : spec.mayHold.map((name) => [name, unread] as const);
  return [
    {
      id: key,
      type: spec.type,
      name: key,
      at: keyAt,
      settings: withSettings(
        withSettings(named, Object.fromEntries(hidden), keyAt),
        spec.defaults,
        keyAt,
      ),
      provider: providerOf(entry, spec.type, libraryOf(type), scope),
      preventDestroy: option(value, 'protect', scope, keyAt),
      retained: option(value, 'retainOnDelete', scope, keyAt),
      isSure: true,
    },
  ];
}

/** `aws:rds:Instance` and `aws:rds/instance:Instance` are the class `@pulumi/aws.rds.Instance`. */
function classOf(token: string): string {
  const [library = '', module = '', name = ''] = token.slice(0, 300).split(':');
  const inner = module.split('/')[0] ?? '';
  return name === ''
    ? `@pulumi/${library}.${module}`
    : `@pulumi/${library}.${inner === 'index' ? '' : `${inner}.`}${name}`;
}

function libraryOf(type: DataNode | undefined): string {
  return type?.type === 'scalar' ? (type.text.split(':')[0] ?? '') : '';
}

function option(
  resource: DataNode,
  name: string,
  scope: Scope,
  where: DataEntry['keyAt'],
): Value<boolean> {
  const node = at(resource, 'options', name);
  if (node === undefined) return byDefault(false, where, docs);
  const value = evaluated(node, scope, 0);
  return value.type === 'scalar'
    ? written(/^true$/i.test(value.text), node.at)
    : unknown('interpolated', node.at);
}

function providerOf(
  { value, keyAt }: DataEntry,
  type: string,
  library: string,
  scope: Scope,
): ProviderSettings {
  const name = type.startsWith('Microsoft.') ? 'azurerm' : (type.split('_')[0] ?? type);
  const written = at(value, 'options', 'provider');
  const stack = scope.plan.provider(library);
  if (written === undefined) return { name, settings: stack, at: keyAt };
  const id = written.type === 'scalar' ? referenceIn(written.text) : null;
  const made = id === null ? undefined : scope.names.get(id);
  const properties = evaluated(at(made, 'properties') ?? emptyMap(written.at), scope, 0);
  const own = terraformSettings(properties, {}, written.at);
  const keys = new Set(own.entries.map((entry) => entry.key));
  const settings: MapNode = {
    ...own,
    entries: [...own.entries, ...(stack?.entries.filter(({ key }) => !keys.has(key)) ?? [])],
  };
  return { name, settings, at: written.at };
}

/** The name in `${name}` or `${name.property}`, where that is the whole text. */
function referenceIn(text: string): string | null {
  return /^\$\{\s{0,5}([A-Za-z_][\w-]{0,100})[^{}]{0,200}\}$/.exec(text)?.[1] ?? null;
}

/** A node with what it refers to put in: values of the stack and variables; resources become references. */
function evaluated(node: DataNode, scope: Scope, depth: number): DataNode {
  scope.allowance.left -= 1;
  if (depth > MAX_DEPTH || scope.allowance.left < 0)
    return { type: 'expr', text: '', refs: [], at: node.at };
  switch (node.type) {
    case 'scalar':
      return typeof node.value === 'string' && node.text.includes('${')
        ? interpolated(node.text, node.at, scope, depth)
        : node;
    case 'list':
      return { ...node, items: node.items.map((item) => evaluated(item, scope, depth + 1)) };
    case 'map':
      // Functions: what they come to is not worked out.
      if (node.entries.some(({ key }) => key.startsWith('fn::')))
        return { type: 'expr', text: 'fn', refs: [], at: node.at };
      return {
        ...node,
        entries: node.entries.map((entry) => ({
          ...entry,
          value: evaluated(entry.value, scope, depth + 1),
        })),
      };
    case 'expr':
      return node;
  }
}

function interpolated(text: string, where: DataNode['at'], scope: Scope, depth: number): DataNode {
  const whole = referenceIn(text);
  const name = whole === null ? null : text.slice(2, -1).trim();
  if (whole !== null && name !== null) {
    const value = referred(name, whole, where, scope, depth);
    return value.type === 'scalar' ? { ...value, at: where } : value;
  }
  let isKnown = true;
  const refs: string[] = [];
  const result = text.slice(0, 5000).replace(/\$\{([^{}]{1,200})\}/g, (_, inner: string) => {
    const first = inner.trim().split(/[.[]/)[0] ?? '';
    const value = referred(inner.trim(), first, where, scope, depth);
    if (value.type === 'scalar') return value.text;
    isKnown = false;
    if (value.type === 'expr') refs.push(...value.refs);
    return '';
  });
  return isKnown ? scalarNode(result, where) : { type: 'expr', text: '', refs, at: where };
}

function referred(
  path: string,
  first: string,
  where: DataNode['at'],
  scope: Scope,
  depth: number,
): DataNode {
  if (scope.names.has(first)) return { type: 'expr', text: path, refs: [first], at: where };
  const unread: DataNode = { type: 'expr', text: path, refs: [], at: where };
  if (path === 'pulumi.stack')
    return scope.plan.name === null ? unread : scalarNode(scope.plan.name, where);
  if (path === 'pulumi.project') return scalarNode(scope.project.name, where);
  const variable = scope.variables.get(path);
  if (variable !== undefined) return evaluated(variable, scope, depth + 4);
  const key = path.includes(':') ? path : `${scope.project.name}:${path}`;
  const given = scope.plan.config(key);
  return given?.type === 'scalar' ? given : unread;
}
