import type {
  Confidence,
  DataStore,
  EntityKey,
  Environment,
  Fact,
  FailureDomain,
  Tier,
  Workload,
} from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { baseOf, relation } from '../../recognize/container/container-facts.ts';
import { durableCacheAt, type Engine, engineAt } from '../../recognize/container/database-image.ts';
import type { Mount } from './mount.ts';
import { keyOf, type Place, placeOf } from './place.ts';
import { programOf, type Service } from './service.ts';
import type { Unit } from './unit.ts';

/** Id of this collector. */
export const id = 'quadlet';

/** What every entity of this collector starts from. */
export const base = baseOf(id);

/** A container that keeps a database in a place outside itself. */
export interface Keeper {
  readonly service: Service;
  readonly engine: Engine;
  readonly mount: Mount;
  readonly place: Place;
}

/** The databases of a folder's units that keep their data. A job works on somebody else's. */
export function keepersOf(
  services: readonly Service[],
  volumes: ReadonlyMap<string, Unit>,
): readonly Keeper[] {
  return services.flatMap((service) => {
    if (service.isJob) return [];
    for (const mount of service.mounts) {
      if (mount.readOnly) continue;
      const { image } = service;
      const engine =
        engineAt(mount.target, image) ??
        durableCacheAt(mount.target, image, programOf(service).text);
      const place = engine === undefined ? null : placeOf(mount, volumes);
      if (engine !== undefined && place !== null) return [{ service, engine, mount, place }];
    }
    return [];
  });
}

/** The stages of a folder's units and the machine that runs them. */
export function groundFacts(services: readonly Service[]): readonly Fact[] {
  const [first] = services;
  if (first === undefined) return [];
  const stages = new Map(services.toReversed().map((service) => [service.tier, service]));
  const environments = [...stages.values()].toReversed().map(
    ({ unit, tier, at }): Environment => ({
      ...base(environmentKey(unit, tier), unit.document.file, at, 'high'),
      kind: 'Environment',
      tier,
    }),
  );
  const folder = folderOf(first.unit.document.file);
  const shown = folder === '' ? first.unit.document.file : `the units in ${folder}`;
  const host: FailureDomain = {
    ...base(hostKey(first.unit), `the machine that runs ${shown}`, first.at, 'medium'),
    kind: 'FailureDomain',
    implied: true,
    level: 'host',
  };
  return [...environments, host];
}

/** Key of the stage that a unit is of. */
export function environmentKey(unit: Unit, tier: Tier): EntityKey {
  return keyOf(unit, `environment/${tier}`);
}

/** Key of the machine that runs the units of a folder. */
export function hostKey(unit: Unit): EntityKey {
  return keyOf(unit, 'host');
}

/** Key of the database that a container runs. */
export function databaseKey({ unit }: Service): EntityKey {
  return keyOf(unit, `database/${unit.stem}`);
}

const products: Readonly<Record<Place['kind'], string>> = {
  volume: 'podman-volume',
  folder: 'host-folder',
  share: 'network-share',
};

/** The places where databases keep their files, each once. What only a laptop writes to is there to be thrown away. */
export function placesFacts(keepers: readonly Keeper[], confidence: Confidence): readonly Fact[] {
  const firsts = new Map(keepers.toReversed().map((keeper) => [keeper.place.key, keeper]));
  return [...firsts.values()].toReversed().flatMap(({ place, service }): readonly Fact[] => {
    const users = keepers.filter((keeper) => keeper.place.key === place.key);
    const store: DataStore = {
      ...base(place.key, place.name.replace(/^(?:volume|folder) /, ''), place.at, confidence),
      aliases: place.aliases,
      kind: 'DataStore',
      // No command that runs in this tree meets the Podman of that machine.
      provider: null,
      product: products[place.kind],
      holds: 'volume',
      deletionProtection: unknown('external', place.at),
      disposable: users.every((user) => isLaptop(user.service.tier))
        ? written(true, place.at)
        : unknown('external', place.at),
    };
    if (place.kind === 'share') return [store];
    const because = `${service.unit.document.file} keeps it on the machine that runs it`;
    return [
      store,
      relation('placed-in', place.key, hostKey(service.unit), because, place.at, 'medium'),
    ];
  });
}

/** A stage whose data is there to be thrown away. */
function isLaptop(tier: Tier): boolean {
  return tier === 'development' || tier === 'preview';
}

/** A database, the container that runs it, and the place where it keeps its files. */
export function keeperFacts(
  { service, engine, mount, place }: Keeper,
  confidence: Confidence,
): readonly Fact[] {
  const { unit, tier, at } = service;
  const { file } = unit.document;
  const workload: Workload = {
    ...base(keyOf(unit, `container/${unit.stem}`), unit.stem, at, confidence),
    kind: 'Workload',
    product: engine.product,
  };
  const database: DataStore = {
    ...base(databaseKey(service), `${engine.title} of ${file}`, at, confidence),
    kind: 'DataStore',
    provider: null,
    product: engine.product,
    holds: engine.holds,
    deletionProtection: unknown('external', at),
    disposable: isLaptop(tier) ? written(true, at) : unknown('external', at),
  };
  const mounted = `${unit.file} mounts the ${place.name}`;
  // That the units of one folder are put on one machine is likely, and never certain.
  const together = confidence === 'high' ? 'medium' : confidence;
  return [
    workload,
    database,
    relation('in', workload.key, environmentKey(unit, tier), `${file} starts it`, at, 'high'),
    relation('connects-to', workload.key, database.key, 'it runs it', at, confidence),
    relation('mounts', workload.key, place.key, mounted, mount.at, together),
    relation(
      'placed-in',
      database.key,
      place.key,
      `${unit.file} keeps its data in the ${place.name}`,
      mount.at,
      confidence,
    ),
  ];
}
