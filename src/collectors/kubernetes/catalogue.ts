import type { Instance } from './instance.ts';
import type { KubeObject } from './object.ts';

/** An object and the instance that makes it. */
export interface Found {
  readonly object: KubeObject;
  readonly instance: Instance;
}

/** Finds objects by kind and name, wherever in the tree they are made. */
export interface Catalogue {
  /** An object that one of this instance names; `undefined` where none can be told. */
  find(kind: string, name: string, from: Found): Found | undefined;
  /** Objects of a kind and name in the tree; of very many only the first. */
  all(kind: string, name: string): readonly Found[];
  /** Objects of one kind that an instance makes. */
  ofKind(kind: string, instance: Instance): readonly KubeObject[];
}

/** Objects of one kind and name in other instances; where there are more, none of them is meant for certain. */
const maxCandidates = 100;

/** Objects of one kind by their names: in the whole tree, and within each instance. */
interface Named {
  readonly anywhere: ReadonlyMap<string, readonly Found[]>;
  readonly within: ReadonlyMap<Instance, ReadonlyMap<string, readonly Found[]>>;
}

/** Finds the objects of all instances. Names are indexed for a kind that somebody asks for: most objects nobody does. */
export function catalogueOf(instances: readonly Instance[]): Catalogue {
  const byKind = new Map<Instance, ReadonlyMap<string, readonly KubeObject[]>>();
  const indexed = new Map<string, Named>();
  for (const instance of instances) {
    const kinds = new Map<string, KubeObject[]>();
    for (const object of instance.objects) push(kinds, object.kind, object);
    byKind.set(instance, kinds);
  }
  const ofKind = (kind: string, instance: Instance) => byKind.get(instance)?.get(kind) ?? [];
  const named = (kind: string): Named => {
    const known = indexed.get(kind);
    if (known !== undefined) return known;
    const made = namedOf(kind, instances, ofKind);
    indexed.set(kind, made);
    return made;
  };
  return {
    all: (kind, name) => (named(kind).anywhere.get(name) ?? []).slice(0, maxCandidates),
    find: (kind, name, from) =>
      (named(kind).within.get(from.instance)?.get(name) ?? []).find(({ object }) =>
        isSameSpace(object.namespace, from.object.namespace),
      ) ?? elsewhere(named(kind).anywhere.get(name) ?? [], from),
    ofKind,
  };
}

function namedOf(kind: string, instances: readonly Instance[], ofKind: Catalogue['ofKind']): Named {
  const anywhere = new Map<string, Found[]>();
  const within = new Map<Instance, Map<string, Found[]>>();
  for (const instance of instances) {
    const own = new Map<string, Found[]>();
    for (const object of ofKind(kind, instance)) {
      const found = { object, instance };
      for (const name of object.names) {
        push(own, name, found);
        push(anywhere, name, found);
      }
    }
    if (own.size > 0) within.set(instance, own);
  }
  return { anywhere, within };
}

/** In another instance only where nothing else can be meant: one object of that name, whose namespace and stage do not contradict. */
function elsewhere(candidates: readonly Found[], from: Found): Found | undefined {
  if (candidates.length > maxCandidates) return undefined;
  const others = candidates.filter(
    ({ object, instance }) =>
      instance !== from.instance &&
      instance.tier === from.instance.tier &&
      isSameSpace(
        object.namespace ?? instance.namespace,
        from.object.namespace ?? from.instance.namespace,
      ),
  );
  return others.length === 1 ? others[0] : undefined;
}

function isSameSpace(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
