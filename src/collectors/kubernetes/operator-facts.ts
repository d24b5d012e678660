import type { DataNode, MapNode } from '../../model/document.ts';
import { type DataStore, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Placement, Resource, Stack } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown } from '../../model/value.ts';
import { relation } from '../../recognize/container/container-facts.ts';
import { type Target, targetOf } from '../../recognize/resource/kubernetes-facts.ts';
import type { Source } from './backup-facts.ts';
import { type KubeObject, text } from './object.ts';
import { keyIn, type Stage } from './stage.ts';
import { disposableIn, namespaceKey, reachedBy } from './store-facts.ts';

/** What the objects of operators in one stage mean. */
export interface Operated {
  readonly stage: Stage;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
}

/** An object and the stage it is in. */
interface Staged {
  readonly object: KubeObject;
  readonly stage: Stage;
}

/** Facts of the objects that a provider pack knows: databases that an operator runs, and the copies it makes. */
export function operatorFacts(
  objects: readonly Staged[],
  knowledge: Knowledge,
): readonly Operated[] {
  const byStage = new Map<EntityKey, { stage: Stage; objects: KubeObject[] }>();
  for (const { object, stage } of objects) {
    if (object.group === '' || knowledge.resource(typeOf(object)) === undefined) continue;
    const group = byStage.get(stage.key) ?? { stage, objects: [] };
    group.objects.push(object);
    byStage.set(stage.key, group);
  }
  return [...byStage.values()].map((group) => operated(group.stage, group.objects, knowledge));
}

function typeOf({ group, kind }: KubeObject): string {
  return `${group}/${kind}`;
}

function operated(stage: Stage, objects: readonly KubeObject[], knowledge: Knowledge): Operated {
  const resources: Resource[] = [];
  const stack: Stack = {
    key: namespaceKey(stage),
    name: stage.name,
    folder: '',
    tool: 'kubernetes',
    environment: stage.key,
    resources,
    target: (node) => resources.find((resource) => isNamed(resource, node)),
  };
  for (const object of objects) {
    if (object.node.type === 'map') resources.push(resourceOf(object, object.node, stack, stage));
  }
  const facts = resources.flatMap(
    (resource) => knowledge.resource(resource.type)?.spec.facts(resource, knowledge) ?? [],
  );
  const stores = facts.filter((fact): fact is DataStore => fact.kind === 'DataStore');
  return {
    stage,
    facts: [
      ...facts.map((fact) =>
        fact.kind === 'DataStore'
          ? {
              ...fact,
              disposable: disposableIn(stage, fact.at),
              ...reachedBy([lastName(fact)], fact.at.file, stage),
            }
          : fact,
      ),
      ...stores.map((store) =>
        relation(
          'connects-to',
          stage.key,
          store.key,
          `${stage.name} declares it`,
          store.at,
          'high',
        ),
      ),
    ],
    sources: stores.map((store) => sourceOf(store, stage)),
  };
}

/** The stores of a tree, found by the stage they are in. */
export interface Everywhere {
  readonly all: readonly Source[];
  readonly byStage: ReadonlyMap<EntityKey, readonly Source[]>;
}

/** Indexes stores by their stage. */
export function everywhereOf(all: readonly Source[]): Everywhere {
  const byStage = new Map<EntityKey, Source[]>();
  for (const source of all) {
    const list = byStage.get(source.stage.key);
    if (list === undefined) byStage.set(source.stage.key, [source]);
    else list.push(source);
  }
  return { all, byStage };
}

/** Copies of whole namespaces and of claims, aimed at the stores that lie there. A schedule without a stage copies those of every stage. */
export function aimedAt({ all, byStage }: Everywhere, { stage, facts }: Operated): readonly Fact[] {
  const near = byStage.get(stage.key) ?? [];
  return facts.flatMap((fact) => {
    const target = fact.kind === 'Relation' ? targetOf(fact.to) : undefined;
    if (fact.kind !== 'Relation' || target === undefined) return [fact];
    return meantBy(target, near, all, stage).map((to) => ({ ...fact, to }));
  });
}

function meantBy(
  { what, name }: Target,
  near: readonly Source[],
  all: readonly Source[],
  stage: Stage,
): readonly EntityKey[] {
  if (what === 'claim') {
    return near.flatMap(({ place }) =>
      place !== null && isClaim(place.claim, name) ? [place.key] : [],
    );
  }
  if (what === 'workload') {
    return near.flatMap(({ key, workload }) => (workload === name ? [key] : []));
  }
  if (what === 'class') {
    return all.flatMap(({ key, place, stage: own }) =>
      isOfClass(place?.className ?? null, name) && isIn(own, '*', stage) ? [key] : [],
    );
  }
  if (name === '.') return near.map(({ key }) => key);
  return all.filter((source) => isIn(source.stage, name, stage)).map(({ key }) => key);
}

function isOfClass(own: string | null, wanted: string): boolean {
  return own === wanted || own?.startsWith(`${wanted}-`) === true;
}

/** The claims of a StatefulSet are numbered: `data-db-0` is one of those that `data-db` stands for. */
function isClaim(claim: string | null, name: string): boolean {
  return claim === name || claim === name.replace(/-\d{1,4}$/, '');
}

function isIn(stage: Stage, namespace: string, schedule: Stage): boolean {
  if (namespace !== '*' && stage.namespace !== namespace) return false;
  return schedule.tier === 'unknown' || stage.tier === 'unknown' || stage.tier === schedule.tier;
}

function isNamed(resource: Resource, node: DataNode | undefined): boolean {
  const name = text(node) ?? text(node, 'name');
  return name !== null && text(resource.settings, 'metadata', 'name') === name;
}

/** Endings of the services that operators put before a database. */
const endings =
  /-(?:rw|ro|r|primary|replicas|ha|pgbouncer|pooler|rs0|haproxy|proxysql|mongos|svc|master|leader|cluster)$/;

function sourceOf(store: DataStore, stage: Stage): Source {
  const name = lastName(store);
  return {
    key: store.key,
    name: store.name,
    product: store.product,
    isHost: (host) => host === name || host.replace(endings, '') === name,
    workload: null,
    place: null,
    stage,
  };
}

function lastName({ key }: DataStore): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function resourceOf(object: KubeObject, settings: MapNode, stack: Stack, stage: Stage): Resource {
  const { at, kind, name } = object;
  const nothing = byDefault(false, at, 'https://kubernetes.io/docs/concepts/overview/');
  return {
    key: keyIn(stage, `${typeOf(object)}/${name}`),
    type: typeOf(object),
    name: `${kind} ${name}`,
    at,
    settings,
    stack,
    placement: placementOf(stage, at),
    preventDestroy: nothing,
    retained: unknown('external', at),
  };
}

/** No manifest says where its cluster runs. */
function placementOf(stage: Stage, at: SourceRange): Placement {
  const place = (what: string) => ({
    key: entityKey(`k8s:${stage.instance.id}#${what}`),
    name: `the ${what} of the cluster of ${stage.instance.name}`,
    at,
    isKnown: false,
  });
  return { account: place('account'), region: place('region') };
}
