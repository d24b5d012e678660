import type { Confidence, DataStore, EntityKey, Fact, Workload } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { relation } from '../../recognize/container/container-facts.ts';
import { durableCacheAt, type Engine, engineAt } from '../../recognize/container/database-image.ts';
import type { Catalogue } from './catalogue.ts';
import { base } from './facts.ts';
import { type Place, placeOf } from './place.ts';
import { type Container, commandText, type Mount, type Pod } from './pod.ts';
import { decidedAt, isThrowAway, keyIn, type Stage } from './stage.ts';

/** A container that keeps a database in a place outside its pod. */
export interface Keeper {
  readonly pod: Pod;
  readonly stage: Stage;
  readonly engine: Engine;
  readonly mount: Mount;
  readonly place: Place;
  /** Key of the database. */
  readonly key: EntityKey;
}

/** The database that a pod keeps, `null` for a pod that keeps none. What is written into memory is not kept. */
export function keeperOf(pod: Pod, stage: Stage, catalogue: Catalogue): Keeper | null {
  if (pod.isScheduled || pod.object.kind === 'Job') return null;
  for (const container of pod.containers) {
    for (const mount of container.mounts) {
      const engine = mount.readOnly ? undefined : engineOf(container, mount);
      const place = engine === undefined ? null : placeOf(mount, { pod, stage, catalogue });
      if (engine === undefined || place === null) continue;
      return {
        pod,
        stage,
        engine,
        mount,
        place,
        key: keyIn(stage, `database/${pod.object.kind}/${pod.object.name}`),
      };
    }
  }
  return null;
}

function engineOf(container: Container, mount: Mount): Engine | undefined {
  return (
    engineAt(mount.target, container.image) ??
    durableCacheAt(mount.target, container.image, commandText(container))
  );
}

/** A database, the workload that runs it, and the place where it keeps its files. */
export function keeperFacts(keeper: Keeper, confidence: Confidence): readonly Fact[] {
  const { pod, stage, engine, mount, place, key } = keeper;
  const { object } = pod;
  const database: DataStore = {
    ...base(key, `${engine.title} "${object.name}" of ${stage.name}`, object.at, confidence),
    kind: 'DataStore',
    provider: null,
    product: engine.product,
    holds: engine.holds,
    deletionProtection: unknown('external', object.at),
    disposable: disposableIn(stage, object.at),
  };
  const workload = workloadKey(keeper);
  return [
    database,
    ...userFacts(pod, engine.product, place, mount, stage, confidence),
    relation('connects-to', workload, database.key, 'it runs it', object.at, confidence),
    relation(
      'placed-in',
      database.key,
      place.key,
      `${object.name} keeps its data in ${place.name}`,
      mount.at,
      confidence,
    ),
  ];
}

/** A workload and a place that it writes to. */
export function userFacts(
  pod: Pod,
  product: string,
  place: Place,
  mount: Mount,
  stage: Stage,
  confidence: Confidence,
): readonly Fact[] {
  const { object } = pod;
  const workload: Workload = {
    ...base(workloadKey({ pod, stage }), object.name, object.at, confidence),
    kind: 'Workload',
    product,
  };
  const because = `${object.kind} ${object.name} of ${stage.name} ${place.because}`;
  return [
    workload,
    ...placeFacts(place, stage, confidence),
    relation('in', workload.key, stage.key, `it runs in ${stage.name}`, object.at, 'high'),
    relation(
      'mounts',
      workload.key,
      place.key,
      because,
      decidedAt(object, stage, mount.at),
      sureness(place, confidence),
    ),
  ];
}

/** That pods of two stages run on one node is likely where it is named, and a guess where the scheduler chooses. */
function sureness(place: Place, confidence: Confidence): Confidence {
  if (place.kind !== 'node' || confidence === 'low') return confidence;
  return place.isCertain ? 'medium' : 'low';
}

/** A place that holds data, in the namespace that it goes with. */
export function placeFacts(place: Place, stage: Stage, confidence: Confidence): readonly Fact[] {
  const store: DataStore = {
    ...base(place.key, place.name, place.at, confidence),
    aliases: place.aliases,
    kind: 'DataStore',
    provider: providerOf(place, stage),
    product: products[place.kind],
    holds: 'volume',
    deletionProtection: place.kept,
    disposable: disposableIn(stage, place.at),
    ...reachedBy([place.claim ?? ''], place.at.file, stage),
  };
  if (place.kind === 'share') return [store];
  const because = `it is a volume of ${stage.name}`;
  return [
    store,
    relation('placed-in', place.key, namespaceKey(stage), because, place.at, confidence),
  ];
}

const products: Readonly<Record<Place['kind'], string>> = {
  claim: 'kubernetes-volume-claim',
  volume: 'kubernetes-volume',
  share: 'network-share',
  node: 'node-folder',
};

/** Deleting the claim takes the data with it unless its policy keeps it: only then is it the cluster's to lose. */
function providerOf({ kind, kept }: Place, stage: Stage): string | null {
  if (isThrowAway(stage) || kind === 'share' || kind === 'node') return null;
  return kept.state !== 'unknown' && kept.value ? null : 'kubernetes';
}

/** What is lost without harm. */
export function disposableIn(stage: Stage, at: SourceRange): Value<boolean> {
  return isThrowAway(stage) ? written(true, at) : unknown('external', at);
}

/** Names by which kubectl and its like take a store away: its own, its namespace's, and the files and folders that declare it. */
export function reachedBy(
  names: readonly string[],
  file: string,
  stage: Stage,
): Pick<DataStore, 'calledBy' | 'within'> {
  const { namespace, instance } = stage;
  const folders = file.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));
  const calledBy = [...names, namespace ?? '', instance.name, ...folders];
  return {
    calledBy: [...new Set(calledBy)].filter((name) => name !== ''),
    ...(namespace === null ? {} : { within: namespace }),
  };
}

/** Key of what a namespace holds together: deleting it deletes every claim in it. */
export function namespaceKey(stage: Stage): EntityKey {
  return keyIn(stage, 'namespace');
}

function workloadKey({ pod, stage }: Pick<Keeper, 'pod' | 'stage'>): EntityKey {
  return keyIn(stage, `workload/${pod.object.kind}/${pod.object.name}`);
}
