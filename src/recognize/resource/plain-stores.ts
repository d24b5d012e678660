import type { DataStore, EntityKey, Fact, Holds } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known, type Value, written } from '../../model/value.ts';
import { copiesIn } from './bucket-copies.ts';
import { derived, notSaid } from './derived-settings.ts';
import { guardFacts } from './resource-facts.ts';
import { settingAt } from './settings.ts';
import { soundsLikeCopies, soundsPassing } from './store-names.ts';
import type { ResourceVendor } from './vendor.ts';

/** A store of which little more is known than that it is one. */
export interface PlainStore {
  readonly types: readonly string[];
  readonly product: string;
  readonly holds: Holds;
  /** Switch of the vendor's protection, off where nobody writes it; absent: the vendor has none. */
  readonly protection?: string;
  /** Setting of the engine, by which a cache is told. */
  readonly engine?: string;
  readonly aliases?: (resource: Resource) => readonly EntityKey[];
}

/** What such a store is. */
export function plainStore(vendor: ResourceVendor, plain: PlainStore): ResourceSpec {
  return vendor.spec(plain.types, (resource) => plainFacts(vendor, resource, plain));
}

/** The facts of it, for a vendor that knows more. */
export function plainFacts(
  vendor: ResourceVendor,
  resource: Resource,
  { product, holds, protection, engine, aliases }: PlainStore,
  more: Partial<Pick<DataStore, 'ownBackups' | 'openTo'>> = {},
): readonly Fact[] {
  const cache = engine === undefined ? undefined : cacheOf(vendor, resource, engine);
  return vendor.store(resource, {
    product,
    holds: cache === undefined ? holds : 'cache',
    deletionProtection:
      protection === undefined ? notSaid(resource) : vendor.off(resource, protection),
    ...(aliases === undefined ? {} : { aliases: aliases(resource) }),
    ...(cache === undefined ? more : { disposable: cache }),
  });
}

/** It is a cache, whose data is made again. */
export function cacheOf(
  vendor: ResourceVendor,
  resource: Resource,
  engine: string,
): Value<boolean> | undefined {
  const name = vendor.text(resource, engine, null);
  return /^(?:redis|valkey|memcached|keydb)/i.test(known(name) ?? '')
    ? derived(name, () => true)
    : undefined;
}

/** A bucket that speaks the protocol of S3, at another vendor. */
export interface PlainBucket {
  readonly types: readonly string[];
  /** Id of the vendor's pack. */
  readonly provider: string;
  readonly product: string;
  /** Setting of its name. */
  readonly name: string;
  /**
   * Switch that empties it before it is destroyed; `null`: nothing is known about buckets that are not empty, `always`: they are emptied in any
   * case, `never`: the vendor refuses to delete them.
   */
  readonly emptied: { readonly by: string } | 'always' | 'never' | null;
  /** Switch or word that keeps versions: `versioning.enabled`. */
  readonly versions?: string;
  readonly aliases?: (resource: Resource) => readonly EntityKey[];
  /** Locks that other settings put on its objects. */
  readonly locks?: (resource: Resource) => readonly Fact[];
}

export function plainBucket(vendor: ResourceVendor, plain: PlainBucket): ResourceSpec {
  return vendor.spec(plain.types, (resource) => bucketFacts(vendor, resource, plain));
}

function bucketFacts(
  vendor: ResourceVendor,
  resource: Resource,
  plain: PlainBucket,
): readonly Fact[] {
  const passing = soundsPassing(resource, plain.name);
  const guards = [...versionsOf(vendor, resource, plain), ...(plain.locks?.(resource) ?? [])];
  const protection = keptWhileFilled(vendor, resource, plain);
  const isForced = known(protection) === false;
  return [
    ...vendor.store(resource, {
      product: plain.product,
      holds: 'bucket',
      aliases: plain.aliases?.(resource) ?? [],
      deletionProtection: protection,
      ...(passing
        ? { disposable: written(true, settingAt(resource, plain.name)?.at ?? resource.at) }
        : {}),
    }),
    ...guards,
    ...(soundsLikeCopies(resource, plain.name) && !passing
      ? copiesIn(resource, plain.provider, { isForced, guards })
      : []),
  ];
}

function keptWhileFilled(
  vendor: ResourceVendor,
  resource: Resource,
  { emptied }: PlainBucket,
): Value<boolean> {
  if (emptied === null) return notSaid(resource);
  if (typeof emptied === 'string') return vendor.always(resource, emptied === 'never');
  return derived(vendor.off(resource, emptied.by), (isForced) => !isForced);
}

function versionsOf(
  vendor: ResourceVendor,
  resource: Resource,
  { versions }: PlainBucket,
): readonly Fact[] {
  if (versions === undefined) return [];
  const kept = vendor.text(resource, versions, null);
  if (!/^(?:true|enabled)$/i.test(known(kept) ?? '')) return [];
  return guardFacts(resource, resource.key, {
    id: 'versions',
    name: `versions of ${resource.name}`,
    at: kept.at,
    strength: 'asks',
    because: 'what is deleted stays until its versions are deleted too',
  });
}

/** Objects that nobody can delete before their time, or only who may bypass the lock. */
export function objectLock(resource: Resource, mode: Value<string>): readonly Fact[] {
  const text = known(mode)?.toUpperCase();
  if (text !== 'COMPLIANCE' && text !== 'GOVERNANCE') return [];
  const isFinal = text === 'COMPLIANCE';
  return guardFacts(resource, resource.key, {
    id: 'object-lock',
    name: `object lock of ${resource.name}`,
    at: mode.at,
    strength: isFinal ? 'blocks' : 'asks',
    because: isFinal
      ? 'nobody can delete its objects before their retention ends'
      : 'only who may bypass the lock can delete its objects',
  });
}
