import { at, type DataEntry, type DataNode, entries, type MapNode } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { ConstructSpec } from '../../model/resource.ts';
import { folderOf } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type DeclaredResource, declaredFacts } from '../../recognize/resource/declared-stack.ts';
import { settingName } from '../../recognize/resource/setting-name.ts';
import { terraformSettings } from '../../recognize/resource/template-settings.ts';
import { type KubeObject, text } from './object.ts';
import { keyIn, type Stage } from './stage.ts';

const docs = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/';

/** An object and the stage it is in. */
export interface StagedObject {
  readonly object: KubeObject;
  readonly stage: Stage;
}

/** What Crossplane makes at a vendor in one stage. */
export interface Managed {
  readonly stage: Stage;
  readonly facts: readonly Fact[];
}

/** An object that stands for a thing of a vendor. */
interface ManagedObject extends StagedObject {
  readonly spec: ConstructSpec;
  readonly settings: MapNode;
}

/**
 * Facts of objects that Crossplane turns into things of a vendor. What is made through one configuration of a provider in one stage is one stack: of two
 * configurations nobody can tell whether they lead to one account.
 */
export function managedFacts(
  objects: readonly StagedObject[],
  knowledge: Knowledge,
): readonly Managed[] {
  const stacks = new Map<EntityKey, ManagedObject[]>();
  for (const staged of objects) {
    const { object, stage } = staged;
    const found = knowledge.construct(`${object.group}/${object.kind}`);
    const settings = at(object.node, 'spec', 'forProvider');
    if (found === undefined || settings?.type !== 'map') continue;
    const config = text(object.node, 'spec', 'providerConfigRef', 'name') ?? 'default';
    const key = keyIn(stage, `crossplane/${vendorOf(found.spec)}/${config}`);
    const list = stacks.get(key) ?? [];
    list.push({ ...staged, spec: found.spec, settings });
    stacks.set(key, list);
  }
  return [...stacks].flatMap(([key, made]) => stackOf(key, made, knowledge));
}

/** `aws` of `aws_db_instance`: the provider that Terraform makes it through. */
function vendorOf({ type }: ConstructSpec): string {
  return type.split('_', 1)[0] ?? '';
}

function stackOf(
  key: EntityKey,
  made: readonly ManagedObject[],
  knowledge: Knowledge,
): readonly Managed[] {
  const [first] = made;
  if (first === undefined) return [];
  const { stage, object } = first;
  const facts = declaredFacts(
    {
      key,
      name: `what Crossplane makes for ${stage.name}`,
      at: object.at,
      folder: folderOf(object.at.file),
      tool: 'crossplane',
      collector: 'kubernetes',
      // The cluster remembers what it made.
      state: written('remote', object.at),
      environment: { key: stage.key, name: stage.name, tier: stage.tier, at: stage.at, files: [] },
      resources: resourcesOf(made),
    },
    knowledge,
  );
  return [{ stage, facts }];
}

function resourcesOf(made: readonly ManagedObject[]): readonly DeclaredResource[] {
  const all = lookedUp(made);
  return made.map((one) => resourceOf(one, all));
}

/** Objects by every name they go by, and by each of their labels: `team=shop`. */
interface Lookup {
  readonly byName: ReadonlyMap<string, readonly ManagedObject[]>;
  readonly byLabel: ReadonlyMap<string, readonly ManagedObject[]>;
}

function lookedUp(made: readonly ManagedObject[]): Lookup {
  const byName = new Map<string, ManagedObject[]>();
  const byLabel = new Map<string, ManagedObject[]>();
  for (const one of made) {
    for (const name of new Set(one.object.names)) add(byName, name, one);
    for (const { key, value } of entries(at(one.object.node, 'metadata', 'labels')))
      add(byLabel, `${key}=${text(value)}`, one);
  }
  return { byName, byLabel };
}

function add(lists: Map<string, ManagedObject[]>, key: string, one: ManagedObject): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else if (list.length < maxAlike) list.push(one);
}

function resourceOf(one: ManagedObject, all: Lookup): DeclaredResource {
  const { object, spec, settings } = one;
  return {
    id: idOf(one),
    type: spec.type,
    name: `${object.kind} ${object.name}`,
    at: object.at,
    settings: terraformSettings(withReferences(settings, all, 0), spec.settings, object.at),
    provider: { name: vendorOf(spec), settings: undefined, at: object.at },
    preventDestroy: byDefault(false, object.at, docs),
    retained: retained(object),
    isSure: true,
  };
}

function idOf({ object }: ManagedObject): string {
  return `${object.group}/${object.kind}/${object.name}`;
}

/** Whether the real thing stays when its object is deleted. */
function retained({ node, at: place }: KubeObject): Value<boolean> {
  const policy = at(node, 'spec', 'deletionPolicy');
  const allowed = at(node, 'spec', 'managementPolicies');
  if (allowed?.type === 'list') {
    const names = allowed.items.map((item) => (item.type === 'scalar' ? item.text : null));
    if (names.includes(null)) return unknown('interpolated', allowed.at);
    // An empty list pauses it.
    if (!names.includes('*') && !names.includes('Delete')) return written(true, allowed.at);
  }
  if (policy === undefined) return byDefault(false, place, docs);
  return policy.type === 'scalar'
    ? written(policy.text === 'Orphan', policy.at)
    : unknown('interpolated', policy.at);
}

const maxDepth = 6;
/** Objects of one name or label that a reference is looked for among. */
const maxAlike = 50;

/** `bucketRef: { name: letters }` and `bucketSelector` say what Terraform's setting `bucket` refers to. */
function withReferences(map: MapNode, all: Lookup, depth: number): MapNode {
  return {
    ...map,
    entries: map.entries.map((entry) => {
      const [, base, form] = /^(\w{1,80}?)(Ref|Selector)$/.exec(entry.key) ?? [];
      if (base === undefined) return { ...entry, value: inside(entry.value, all, depth + 1) };
      const found = form === 'Ref' ? namedBy(all, entry) : selectedBy(all, entry);
      const target = found.find((other) => isCalled(other, settingName(base)));
      const refs = target === undefined ? [] : [idOf(target)];
      return { ...entry, key: base, value: { type: 'expr', text: '', refs, at: entry.value.at } };
    }),
  };
}

function inside(node: DataNode, all: Lookup, depth: number): DataNode {
  if (depth > maxDepth) return node;
  if (node.type === 'map') return withReferences(node, all, depth);
  return node.type === 'list'
    ? { ...node, items: node.items.map((item) => inside(item, all, depth + 1)) }
    : node;
}

/** A setting is called after the kind that it refers to: `bucket`, `backup_vault_name`, `server_id`. */
function isCalled({ object }: ManagedObject, setting: string): boolean {
  const kind = settingName(object.kind);
  const named = setting.replace(/_(?:id|name|arn|identifier)$/, '');
  return named === kind || named.endsWith(`_${kind}`) || kind.endsWith(`_${named}`);
}

function namedBy({ byName }: Lookup, { value }: DataEntry): readonly ManagedObject[] {
  return byName.get(text(value, 'name') ?? '') ?? [];
}

function selectedBy({ byLabel }: Lookup, { value }: DataEntry): readonly ManagedObject[] {
  const [first, ...rest] = entries(at(value, 'matchLabels')).map(
    ({ key, value: label }) => `${key}=${text(label)}`,
  );
  const found = byLabel.get(first ?? '') ?? [];
  return found.filter((one) => rest.every((label) => byLabel.get(label)?.includes(one) === true));
}
