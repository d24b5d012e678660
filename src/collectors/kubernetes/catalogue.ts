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

/** Indexes the objects of all instances. */
export function catalogueOf(instances: readonly Instance[]): Catalogue {
  const byName = new Map<string, Found[]>();
  const byInstance = new Map<Instance, Map<string, Found[]>>();
  const byKind = new Map<Instance, Map<string, KubeObject[]>>();
  for (const instance of instances) {
    const kinds = new Map<string, KubeObject[]>();
    const own = new Map<string, Found[]>();
    byKind.set(instance, kinds);
    byInstance.set(instance, own);
    for (const object of instance.objects) {
      push(kinds, object.kind, object);
      for (const name of object.names) {
        const found = { object, instance };
        push(own, `${object.kind}/${name}`, found);
        push(byName, `${object.kind}/${name}`, found);
      }
    }
  }
  const all = (kind: string, name: string) =>
    (byName.get(`${kind}/${name}`) ?? []).slice(0, maxCandidates);
  return {
    all,
    find: (kind, name, from) =>
      (byInstance.get(from.instance)?.get(`${kind}/${name}`) ?? []).find(({ object }) =>
        isSameSpace(object.namespace, from.object.namespace),
      ) ?? elsewhere(byName.get(`${kind}/${name}`) ?? [], from),
    ofKind: (kind, instance) => byKind.get(instance)?.get(kind) ?? [],
  };
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
