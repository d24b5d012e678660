import type {
  Confidence,
  DataStore,
  Environment,
  Fact,
  FailureDomain,
  Workload,
} from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { relation } from '../../recognize/container/container-facts.ts';
import { durableCacheAt, type Engine, engineAt } from '../../recognize/container/database-image.ts';
import { isLaptop } from './daemon.ts';
import { base } from './facts.ts';
import { type Mount, mountsOf } from './mount.ts';
import { keyOf, type Place, placeOf, type Surroundings } from './place.ts';
import { headOf, type Merged } from './project.ts';
import { commandText, imageOf } from './service.ts';
import type { Stack } from './stack.ts';
import { remoteEngine } from './stage.ts';

/** A service that keeps a database in a place outside its container. */
export interface Keeper {
  readonly service: Merged;
  readonly engine: Engine;
  readonly mount: Mount;
  readonly place: Place;
}

/** The databases of a stack that keep their data. Memory and containers' own layers keep none. */
export function keepersOf(stack: Stack, around: Surroundings): readonly Keeper[] {
  return stack.project.services.flatMap((service) => {
    const image = imageOf(service, stack.variables);
    for (const mount of mountsOf(service, stack.variables)) {
      if (mount.readOnly) continue;
      const engine =
        engineAt(mount.target, image) ?? durableCacheAt(mount.target, image, commandText(service));
      const place = engine === undefined ? null : placeOf(mount, stack, around);
      if (engine !== undefined && place !== null) return [{ service, engine, mount, place }];
    }
    return [];
  });
}

/** How sure it is that a stack's data is worth something. */
export function confidenceOf(stack: Stack, hasBackup: boolean): Confidence {
  if (stack.isCopy) return 'low';
  if (stack.tier === 'production' || stack.tier === 'staging') return 'high';
  // A file without a stage is a laptop's as often as a server's; nobody backs up a laptop's database, or runs it on another machine.
  return hasBackup || remoteEngine(stack.variables) !== null ? 'high' : 'low';
}

/** The environment a stack stands for and the machine that runs it. */
export function stackFacts(stack: Stack): readonly [Environment, FailureDomain] {
  const at = headOf(stack.own);
  return [
    {
      ...base(keyOf(stack, 'environment'), stack.own.file, at, 'high'),
      kind: 'Environment',
      tier: stack.tier,
    },
    {
      ...base(keyOf(stack, 'host'), `the machine that runs ${stack.own.file}`, at, 'medium'),
      kind: 'FailureDomain',
      implied: true,
      level: 'host',
    },
  ];
}

/** A place that holds data, put on the machine of its stack. */
export function placeFacts(
  place: Place,
  stack: Stack,
  at: SourceRange,
  confidence: Confidence,
): readonly Fact[] {
  const store: DataStore = {
    ...base(place.key, nameIn(place, stack), place.at, confidence),
    aliases: place.aliases,
    kind: 'DataStore',
    provider: providerOf(place, stack),
    product: products[place.kind],
    holds: 'volume',
    ...calledBy(place, stack),
    deletionProtection: unknown('external', place.at),
    disposable: isLaptop(stack) ? written(true, at) : unknown('external', place.at),
  };
  if (place.kind === 'share') return [store];
  const host = keyOf(stack, 'host');
  const because = `${stack.own.file} keeps it on the machine that runs it`;
  return [store, relation('placed-in', place.key, host, because, at, 'medium')];
}

/** How commands of Compose name what it made: by its files, its services and the name of the project. */
function calledBy(place: Place, { project, projectName }: Stack): Partial<DataStore> {
  if (place.kind !== 'project') return {};
  const files = project.documents.map(({ file }): string => file);
  return {
    calledBy: [...files, ...project.services.map(({ name }) => name)],
    ...(projectName === null ? {} : { within: projectName }),
  };
}

const products: Readonly<Record<Place['kind'], string>> = {
  project: 'docker-volume',
  external: 'docker-external-volume',
  folder: 'host-folder',
  share: 'network-share',
};

/**
 * Only what Compose made does it remove: external volumes, folders and shares survive `down -v`. And only where the project points to the engine of
 * another machine do commands that run in this tree meet the volumes of that machine instead of the developer's own.
 */
function providerOf(place: Place, stack: Stack): string | null {
  const isReached = !isLaptop(stack) && !stack.isCopy && remoteEngine(stack.variables) !== null;
  return place.kind === 'project' && isReached ? 'docker' : null;
}

function nameIn({ name, kind, aliases }: Place, { own }: Stack): string {
  const bare = name.replace(/^(?:volume|folder) /, '');
  return kind === 'project' && aliases.length === 0 ? `${bare} of ${own.file}` : bare;
}

/** A database, the service that runs it, and the place where it keeps its files. */
export function keeperFacts(keeper: Keeper, stack: Stack, confidence: Confidence): readonly Fact[] {
  const { service, engine, mount, place } = keeper;
  const workload: Workload = {
    ...base(keyOf(stack, `service/${service.name}`), service.name, service.at, confidence),
    kind: 'Workload',
    product: engine.product,
  };
  const database: DataStore = {
    ...base(
      databaseKey(stack, service),
      `${engine.title} "${service.name}" of ${stack.own.file}`,
      service.at,
      confidence,
    ),
    kind: 'DataStore',
    provider: null,
    product: engine.product,
    holds: engine.holds,
    deletionProtection: unknown('external', service.at),
    disposable: isLaptop(stack) ? written(true, service.at) : unknown('external', service.at),
  };
  const environment = keyOf(stack, 'environment');
  return [
    workload,
    database,
    ...placeFacts(place, stack, mount.at, confidence),
    relation('in', workload.key, environment, `${stack.own.file} starts it`, service.at, 'high'),
    relation('connects-to', workload.key, database.key, 'it runs it', service.at, confidence),
    relation(
      'mounts',
      workload.key,
      place.key,
      `${service.name} ${place.because}`,
      place.at,
      place.aliases.length === 0 ? confidence : lesser(confidence),
    ),
    relation(
      'placed-in',
      database.key,
      place.key,
      `${service.name} keeps its data in ${place.name}`,
      mount.at,
      confidence,
    ),
  ];
}

/** That two stages run on one machine is likely where they can, and never certain. */
function lesser(confidence: Confidence): Confidence {
  return confidence === 'high' ? 'medium' : confidence;
}

/** Key of the database that a service runs. */
export function databaseKey(stack: Stack, service: Merged) {
  return keyOf(stack, `database/${service.name}`);
}
