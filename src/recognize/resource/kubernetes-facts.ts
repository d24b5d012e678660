import { at, items } from '../../model/document.ts';
import {
  type Backup,
  type DataStore,
  type EntityKey,
  entityKey,
  type Fact,
  type FailureDomain,
} from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { identity, relation } from './resource-facts.ts';

/** What an object that an operator turns into a database is. */
export interface ClusterTraits {
  readonly product: string;
  /** In words: "PostgreSQL". */
  readonly title: string;
  readonly holds?: DataStore['holds'];
  readonly deletionProtection?: Value<boolean>;
}

/** The store that an object of an operator declares. Whoever may delete objects of the cluster may delete it. Its key is the object's. */
export function clusterStore(resource: Resource, traits: ClusterTraits): readonly Fact[] {
  const { product, title, holds = 'database', deletionProtection } = traits;
  const name = `${title} "${nameOf(resource)}" of ${resource.stack.name}`;
  const store: DataStore = {
    kind: 'DataStore',
    ...identity(resource, resource.key, name, resource.at),
    provider: 'kubernetes',
    product,
    holds,
    deletionProtection: deletionProtection ?? unknown('external', resource.at),
    disposable: unknown('external', resource.at),
  };
  const because = `${resource.name} is declared in ${resource.stack.name}`;
  return [store, relation(store.key, 'placed-in', resource.stack.key, because, resource.at)];
}

/** What a copy is that an operator makes. `id` tells it from other copies of the same object. */
export interface CopyTraits {
  readonly id: string;
  /** In words, without the name of what it is a copy of: "pgBackRest repository repo1". */
  readonly title: string;
  readonly at: SourceRange;
  /** Keys of stores, or of {@link namespaceTarget} and {@link claimTarget}. */
  readonly of: readonly EntityKey[];
  readonly method: Backup['method'];
  readonly retentionDays?: Value<number>;
  readonly survives: Value<boolean>;
  /** What names the place outside of the cluster that it is kept in; `null` where it stays inside, or nobody can know. */
  readonly away: string | null;
}

/** A copy that an operator makes, in the cluster or outside of it. */
export function clusterBackup(resource: Resource, traits: CopyTraits): readonly Fact[] {
  const { id, title, of, away } = traits;
  const key = entityKey(`${resource.key}/${id}`);
  const backup: Backup = {
    kind: 'Backup',
    ...identity(resource, key, `${title} of ${nameOf(resource)}`, traits.at),
    method: traits.method,
    retentionDays: traits.retentionDays ?? unknown('external', traits.at),
    survivesSourceDeletion: traits.survives,
  };
  const because = `${resource.name} asks for it`;
  const copies = of.map((store) => relation(key, 'backs-up', store, because, traits.at));
  if (away === null) {
    const inside = `${resource.name} keeps it in ${resource.stack.name}`;
    return [backup, ...copies, relation(key, 'placed-in', resource.stack.key, inside, traits.at)];
  }
  const domain: FailureDomain = {
    kind: 'FailureDomain',
    ...identity(resource, entityKey(`${key}/away`), `what ${away} names`, traits.at),
    implied: true,
    level: 'account',
  };
  return [
    backup,
    ...copies,
    domain,
    relation(key, 'placed-in', domain.key, `${away} leads there`, traits.at),
  ];
}

/** Stands for every store of a namespace, `null` for those of all namespaces; the collector, which knows the stores, replaces it. */
export function namespaceTarget(name: string | null): EntityKey {
  return entityKey(`kubernetes-target:namespace/${name ?? '*'}`);
}

/** Stands for what a claim of the same namespace holds; the collector, which knows the stores, replaces it. */
export function claimTarget(name: string): EntityKey {
  return entityKey(`kubernetes-target:claim/${name}`);
}

/**
 * Stands for the stores on claims of one class, in all namespaces; the collector, which knows the stores, replaces it. Classes that are called after it
 * (`longhorn-fast`) are meant too: that is how whoever installs a storage system names the variants of its class.
 */
export function classTarget(name: string): EntityKey {
  return entityKey(`kubernetes-target:class/${name}`);
}

/** Stands for what a workload of the same namespace keeps; the collector, which knows the stores, replaces it. */
export function workloadTarget(kind: string, name: string): EntityKey {
  return entityKey(`kubernetes-target:workload/${kind}/${name}`);
}

/** What a target stands for. */
export interface Target {
  readonly what: 'namespace' | 'claim' | 'class' | 'workload';
  readonly name: string;
}

const whats = ['namespace', 'claim', 'class', 'workload'] as const;

/** What a key made by the functions above stands for, `undefined` for the key of an entity. */
export function targetOf(key: EntityKey): Target | undefined {
  const found = /^kubernetes-target:([a-z]+)\/(.*)$/.exec(key);
  const what = whats.find((word) => word === found?.[1]);
  return what === undefined ? undefined : { what, name: found?.[2] ?? '' };
}

/** Name of the object itself. */
export function nameOf(resource: Resource): string {
  const name = at(resource.settings, 'metadata', 'name');
  return name?.type === 'scalar' ? name.text : resource.name;
}

/** Where a finalizer of an object is written, `undefined` where it has no such finalizer. */
export function finalizerAt(
  resource: Resource,
  ...names: readonly string[]
): SourceRange | undefined {
  return items(at(resource.settings, 'metadata', 'finalizers')).find(
    (item) => item.type === 'scalar' && names.includes(item.text),
  )?.at;
}

/** `30d`, `4w`, `2m` as days. */
export function daysOf(text: string | null, place: SourceRange): Value<number> {
  const found = /^(\d{1,5})\s*(d|w|m)$/.exec(text ?? '');
  const unit = { d: 1, w: 7, m: 30 }[found?.[2] ?? ''];
  return found === null || unit === undefined
    ? unknown('external', place)
    : written(Number(found[1]) * unit, place);
}
