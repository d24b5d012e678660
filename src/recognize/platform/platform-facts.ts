import type {
  Backup,
  Confidence,
  DataStore,
  EntityKey,
  Environment,
  FailureDomain,
  Relation,
  RelationName,
  Tier,
  Workload,
} from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value } from '../../model/value.ts';

/** Whose file it is, and who reads it. */
export interface Origin {
  /** Id of the collector. */
  readonly collector: string;
  /** Pack of the platform; `null` where the file belongs to none. */
  readonly provider: string | null;
  readonly file: FilePath;
}

/** What every thing that a platform's file declares has: what it is called there, and where. */
export interface Declared {
  /** Below the file: `database/main`. */
  readonly id: string;
  readonly name: string;
  readonly at: SourceRange;
  readonly confidence?: Confidence;
  readonly implied?: boolean;
}

/** Key of something that a file declares. */
export function keyIn(origin: Origin, id: string): EntityKey {
  return entityKey(`${origin.collector}:${origin.file}#${id}`);
}

/** A stage that a file or a part of it stands for. */
export function environmentFact(origin: Origin, tier: Tier, declared: Declared): Environment {
  return { ...base(origin, declared), kind: 'Environment', tier };
}

/** Something that runs there. */
export function workloadFact(origin: Origin, product: string, declared: Declared): Workload {
  return { ...base(origin, declared), kind: 'Workload', product };
}

/** What a store is besides its place. */
export type StoreTraits = Pick<DataStore, 'product' | 'holds'> &
  Partial<
    Pick<DataStore, 'key' | 'aliases' | 'provider' | 'deletionProtection' | 'disposable' | 'openTo'>
  >;

/** A store that a file declares or names. Give it a `key` where its name means one real thing in every file. */
export function storeFact(origin: Origin, declared: Declared, traits: StoreTraits): DataStore {
  return {
    ...base(origin, declared),
    kind: 'DataStore',
    provider: origin.provider,
    deletionProtection: unknown('external', declared.at),
    disposable: unknown('external', declared.at),
    ...traits,
  };
}

/** What goes down together, under a name that means one real thing in every file. */
export function domainFact(
  origin: Origin,
  level: FailureDomain['level'],
  { key, ...declared }: Omit<Declared, 'id'> & { readonly key: EntityKey },
): FailureDomain {
  return { ...base(origin, { ...declared, id: '' }), key, kind: 'FailureDomain', level };
}

/** What a platform does on its own, and where it says so. */
export interface PlatformCopy {
  readonly method: Backup['method'];
  /** As a noun with what it is of: `daily snapshots of volume "data"`. */
  readonly name: string;
  readonly retentionDays: Value<number>;
  /** `null`: the vendor does not say. */
  readonly survives: boolean | null;
  readonly source: string;
  /** The setting that decides it, the store's own place by default. */
  readonly at?: SourceRange;
}

/** The copies that a platform makes of a store without being told to: a backup that follows from the store, and its edge. */
export function platformCopy(
  origin: Origin,
  store: DataStore,
  copy: PlatformCopy,
): readonly (Backup | Relation)[] {
  const at = copy.at ?? store.at;
  const backup: Backup = {
    ...base(origin, { id: '', name: copy.name, at, implied: copy.at === undefined }),
    key: entityKey(`${store.key}/backups`),
    confidence: store.confidence,
    kind: 'Backup',
    method: copy.method,
    retentionDays: copy.retentionDays,
    survivesSourceDeletion:
      copy.survives === null ? unknown('external', at) : byDefault(copy.survives, at, copy.source),
  };
  return [backup, edge('backs-up', backup, store, 'the platform makes them of it', at)];
}

/** An edge between two things of a platform's file. */
export function edge(
  rel: RelationName,
  from: { readonly key: EntityKey },
  to: { readonly key: EntityKey },
  because: string,
  at: SourceRange,
  confidence: Confidence = 'high',
): Relation {
  return {
    kind: 'Relation',
    rel,
    from: from.key,
    to: to.key,
    actions: [],
    because,
    at,
    confidence,
  };
}

function base(origin: Origin, declared: Declared) {
  const { id, name, at, confidence = 'high', implied = false } = declared;
  const aliases: readonly EntityKey[] = [];
  return {
    key: keyIn(origin, id),
    aliases,
    name,
    at,
    collector: origin.collector,
    implied,
    confidence,
  };
}
