import {
  type Backup,
  type DataStore,
  type EntityKey,
  entityKey,
  type Fact,
  type FailureDomain,
  type Guard,
  type Relation,
} from '../../model/fact.ts';
import type { Place, Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { known, unknown } from '../../model/value.ts';

/** What a resource that keeps data is. */
export type StoreTraits = Pick<DataStore, 'product' | 'holds' | 'deletionProtection'> &
  Partial<
    Pick<DataStore, 'aliases' | 'disposable' | 'finalCopy' | 'ownBackups' | 'openTo' | 'name'>
  >;

/** A store that a resource declares, with its stack, account and region and with what keeps the tool from destroying it. Its key is the resource's. */
export function storeFacts(
  resource: Resource,
  provider: string,
  traits: StoreTraits,
): readonly Fact[] {
  const store: DataStore = {
    kind: 'DataStore',
    ...identity(resource, resource.key, resource.name, resource.at),
    provider,
    disposable: unknown('external', resource.at),
    ...traits,
  };
  return [store, ...placedIn(resource, store.key, provider), ...heldBack(resource, store.key)];
}

/** What a copy is. `id` tells it from other copies of the same resource. */
export type BackupTraits = Pick<Backup, 'method' | 'retentionDays' | 'survivesSourceDeletion'> & {
  readonly id: string;
  readonly name: string;
  /** The setting that makes it, or the resource. */
  readonly at: SourceRange;
  /** Keys of the stores it is a copy of. */
  readonly of: readonly EntityKey[];
  /** Why it is a copy of them, as a clause: "automated backups of it". */
  readonly because: string;
};

/** A copy that a resource makes or keeps, in that resource's stack, account and region. Its key is `<resource>/<id>`. */
export function backupFacts(
  resource: Resource,
  provider: string,
  { id, name, at, of, because, ...traits }: BackupTraits,
): readonly Fact[] {
  const backup: Backup = {
    kind: 'Backup',
    ...identity(resource, entityKey(`${resource.key}/${id}`), name, at),
    ...traits,
  };
  const copies = of.map((store) => relation(backup.key, 'backs-up', store, because, at));
  return [backup, ...copies, ...placedIn(resource, backup.key, provider)];
}

/** `placed-in` the stack, the account and the region of a resource. */
export function placedIn(resource: Resource, entity: EntityKey, provider: string): readonly Fact[] {
  const { stack, placement } = resource;
  const domains = [
    domain(resource, placement.account, 'account'),
    domain(resource, placement.region, 'region'),
  ];
  const stackName = `${resource.name} is declared in ${stack.name}`;
  const relations = domains.map((place) =>
    relation(
      entity,
      'placed-in',
      place.key,
      `it is made in ${place.name} of ${provider}`,
      place.at,
    ),
  );
  return [
    ...domains,
    ...relations,
    relation(entity, 'placed-in', stack.key, stackName, resource.at),
  ];
}

/** `prevent_destroy`, retain policies and their like: the tool does not destroy it, and nobody else is bound. */
function heldBack(resource: Resource, store: EntityKey): readonly Fact[] {
  const { tool } = resource.stack;
  const guards = [
    { name: 'prevent_destroy', setting: resource.preventDestroy, does: 'refuses to destroy it' },
    { name: 'retain policy', setting: resource.retained, does: 'leaves it when it is taken out' },
  ];
  return guards
    .filter(({ setting }) => known(setting) === true)
    .flatMap(({ name, setting, does }) =>
      guardFacts(resource, store, {
        id: name.replace(/\W/g, '-'),
        name,
        at: setting.at,
        strength: 'blocks',
        honouredBy: tool,
        because: `${tool} ${does}`,
      }),
    );
}

/** What stands in the way of losing a store or a copy. */
export type GuardTraits = Pick<Guard, 'name' | 'at' | 'strength' | 'honouredBy'> & {
  /** Tells it from other guards of the same resource. */
  readonly id: string;
  /** How it protects, as a clause. */
  readonly because: string;
};

/** A guard that a resource puts before a store or a copy. Its key is `<resource>/<id>`. */
export function guardFacts(
  resource: Resource,
  guarded: EntityKey,
  { id, name, at, because, ...traits }: GuardTraits,
): readonly Fact[] {
  const guard: Guard = {
    kind: 'Guard',
    ...identity(resource, entityKey(`${resource.key}/${id}`), name, at),
    ...traits,
  };
  return [guard, relation(guarded, 'guarded-by', guard.key, because, at)];
}

function domain(resource: Resource, place: Place, level: FailureDomain['level']): FailureDomain {
  return {
    kind: 'FailureDomain',
    ...identity(resource, place.key, place.name, place.at),
    implied: true,
    level,
  };
}

/** A relation that the text proves. */
export function relation(
  from: EntityKey,
  rel: Relation['rel'],
  to: EntityKey,
  because: string,
  at: SourceRange,
): Relation {
  return { kind: 'Relation', rel, from, to, actions: [], because, at, confidence: 'high' };
}

/** What every entity that a resource declares has in common. */
export function identity(resource: Resource, key: EntityKey, name: string, at: SourceRange) {
  return {
    key,
    aliases: [] as readonly EntityKey[],
    name,
    at,
    collector: resource.stack.collector ?? resource.stack.tool,
    implied: false,
    confidence: 'high' as const,
  };
}
