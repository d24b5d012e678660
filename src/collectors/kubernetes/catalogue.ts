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
  /** Every object of a kind and name in the tree. */
  all(kind: string, name: string): readonly Found[];
  /** Objects of one kind that an instance makes. */
  ofKind(kind: string, instance: Instance): readonly KubeObject[];
}

/** Indexes the objects of all instances. */
export function catalogueOf(instances: readonly Instance[]): Catalogue {
  const byName = new Map<string, Found[]>();
  const byKind = new Map<Instance, Map<string, KubeObject[]>>();
  for (const instance of instances) {
    const kinds = new Map<string, KubeObject[]>();
    byKind.set(instance, kinds);
    for (const object of instance.objects) {
      push(kinds, object.kind, object);
      for (const name of object.names) push(byName, `${object.kind}/${name}`, { object, instance });
    }
  }
  const all = (kind: string, name: string) => byName.get(`${kind}/${name}`) ?? [];
  return {
    all,
    find: (kind, name, from) => nearest(all(kind, name), from),
    ofKind: (kind, instance) => byKind.get(instance)?.get(kind) ?? [],
  };
}

/**
 * Of the same instance first. In another one only where nothing else can be meant: one object of that name, whose namespace and stage do not
 * contradict.
 */
function nearest(candidates: readonly Found[], from: Found): Found | undefined {
  const own = candidates.filter(
    ({ object, instance }) =>
      instance === from.instance && isSameSpace(object.namespace, from.object.namespace),
  );
  if (own.length > 0) return own[0];
  const others = candidates.filter(
    ({ object, instance }) =>
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
