import type { Backup, Confidence, EntityKey, Fact, FailureDomain } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import {
  type Copying,
  copyingOf,
  type Destination,
} from '../../recognize/container/backup-image.ts';
import { isCarrier } from '../../recognize/container/carrier.ts';
import { awayFacts, relation } from '../../recognize/container/container-facts.ts';
import { isInside } from '../../recognize/container/database-image.ts';
import { dumpsOf } from './dump.ts';
import { base, id } from './facts.ts';
import { type Mount, mountAt, mountsOf } from './mount.ts';
import { keyOf, type Place, placeOf, type Surroundings } from './place.ts';
import type { Merged } from './project.ts';
import { commandText, containerSettings, imageOf } from './service.ts';
import type { Stack } from './stack.ts';
import { databaseKey, type Keeper, placeFacts } from './store-facts.ts';

/** The stack that backups are looked for in. */
interface Scene {
  readonly stack: Stack;
  readonly keepers: readonly Keeper[];
  readonly around: Surroundings;
  /** How sure it is that the stack's data is worth something. */
  readonly confidence: Confidence;
}

/** What one copy protects. */
interface Source {
  readonly key: EntityKey;
  readonly shown: string;
  readonly place: Place;
  readonly facts: readonly Fact[];
}

/** A service that copies data, what it copies, and from where. */
export interface Copier {
  readonly service: Merged;
  readonly copying: Copying;
  readonly mounts: readonly Mount[];
}

/** The services of a stack that make copies. */
export function copiersOf(stack: Stack): readonly Copier[] {
  return stack.project.services.flatMap((service) => {
    const known = copyingOf(
      imageOf(service, stack.variables),
      containerSettings(service, stack.variables),
      service.at,
    );
    const copyings = known === null ? dumpsOf(service, stack.variables) : [known];
    const mounts = mountsOf(service, stack.variables);
    return copyings.map((copying) => ({ service, copying, mounts }));
  });
}

/** Backups of a stack: one for each service and place where a copy of a store of this stack stays. */
export function backupFacts(copiers: readonly Copier[], scene: Scene): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [index, copier] of copiers.entries()) {
    const sources = sourcesOf(copier, scene);
    if (sources.length === 0) continue;
    facts.push(...sources.flatMap((source) => source.facts));
    for (const [count, destination] of copier.copying.destinations.entries()) {
      const key = keyOf(scene.stack, `backup/${copier.service.name}/${index}-${count}`);
      facts.push(...copyFacts(key, copier, destination, sources, scene));
    }
  }
  return facts;
}

function sourcesOf({ service, copying, mounts }: Copier, scene: Scene): readonly Source[] {
  const { stack, keepers } = scene;
  if (copying.product === null) {
    return mounts.flatMap((mount) => copiedMount(mount, copying, scene));
  }
  const fitting = keepers.filter(
    ({ engine }) => copying.product === '' || engine.product === copying.product,
  );
  const { host } = copying;
  const named = fitting.filter((keeper) => host !== null && isHost(keeper.service, host));
  // A host that is written and is none of these is another server.
  const own = fitting.filter((keeper) => keeper.service === service);
  const meant = named.length > 0 ? named : host === null ? (own.length > 0 ? own : fitting) : [];
  return meant.length > 1 && named.length === 0
    ? []
    : meant.map((keeper) => ({
        key: databaseKey(stack, keeper.service),
        shown: keeper.service.name,
        place: keeper.place,
        facts: [],
      }));
}

function isHost(service: Merged, hosts: string): boolean {
  return hosts.split(/[,\s]+/).some((host) => host.replace(/:\d+$/, '') === service.name);
}

/** A volume that a copier reads: a store, even where no database is known to write to it. */
function copiedMount(
  mount: Mount,
  { sources, destinations }: Copying,
  { stack, keepers, around, confidence }: Scene,
): readonly Source[] {
  const isDestination = destinations.some(
    ({ kind, where }) => kind === 'folder' && isInside(where, mount.target),
  );
  const isData =
    sources === '/'
      ? mount.kind === 'volume' && mount.readOnly
      : mount.target === sources || mount.target.startsWith(`${sources}/`);
  if (isDestination || !isData) return [];
  const place = placeOf(mount, stack, around);
  if (place === null) return [];
  const isKnown = keepers.some((keeper) => keeper.place.key === place.key);
  // Other folders of the machine are settings as often as data.
  if (!isKnown && place.kind === 'folder') return [];
  const facts = isKnown ? [] : placeFacts(place, stack, mount.at, confidence);
  return [{ key: place.key, shown: place.name, place, facts }];
}

function copyFacts(
  key: EntityKey,
  { service, copying, mounts }: Copier,
  destination: Destination,
  sources: readonly Source[],
  scene: Scene,
): readonly Fact[] {
  const { stack, around, confidence } = scene;
  const mount = destination.kind === 'folder' ? mountAt(mounts, destination.where) : undefined;
  const place = mount === undefined ? null : placeOf(mount, stack, around);
  // What is written into the container itself goes with the container: that is no backup.
  if (destination.kind === 'folder' && place === null) return [];
  const at = mount?.at ?? destination.at;
  const backup: Backup = {
    ...base(key, `${service.name} in ${stack.own.file}`, at, confidence),
    kind: 'Backup',
    method: copying.product === null ? 'snapshot' : 'dump',
    retentionDays: copying.retention,
    survivesSourceDeletion:
      destination.kind === 'remote' ? written(true, at) : unknown('external', at),
  };
  const protecting = sources.map(({ key: source, shown }) =>
    relation('backs-up', key, source, `${service.name} copies ${shown}`, at, confidence),
  );
  const placed =
    place === null
      ? awayFacts(id, key, destination.where, destination.at, confidence)
      : copying.mayBeSentOn
        ? hereFacts(backup, place, [], true, scene)
        : hereFacts(backup, place, sources, isSentOn(place, service, scene), scene);
  return [backup, ...protecting, ...placed];
}

function hereFacts(
  { key, at }: Backup,
  place: Place,
  sources: readonly Source[],
  isForwarded: boolean,
  scene: Scene,
): readonly Fact[] {
  const { stack, confidence } = scene;
  const host = keyOf(stack, 'host');
  const because = `${stack.own.file} writes it to ${place.name}`;
  const facts: Fact[] =
    place.kind === 'share' ? [] : [relation('placed-in', key, host, because, at, confidence)];
  for (const source of sources) {
    if (source.place.key === place.key) {
      const same = `it is written to ${place.name}, where the data itself lies`;
      facts.push(relation('placed-in', key, place.key, same, at, confidence));
    } else if (source.place.kind === 'project' && place.kind === 'project' && !isForwarded) {
      facts.push(...togetherFacts(key, source, at, scene));
    }
  }
  return facts;
}

/** Services that take a whole volume away, or keep it in step with another machine's. */
const keepers = /rsync|volume-backup|syncthing/;

function isTakingAway(imageAndCommand: string): boolean {
  return isCarrier(imageAndCommand) || keepers.test(imageAndCommand);
}

/** Whether another service takes what is written there further. */
function isSentOn(place: Place, writer: Merged, { stack, around }: Scene): boolean {
  return stack.project.services.some(
    (service) =>
      service !== writer &&
      isTakingAway(`${imageOf(service, stack.variables)} ${commandText(service)}`) &&
      mountsOf(service, stack.variables).some(
        (mount) => placeOf(mount, stack, around)?.key === place.key,
      ),
  );
}

/**
 * Both are volumes that the project made.
 * @see https://docs.docker.com/reference/cli/docker/compose/down/ (read 2026-11-21)
 */
function togetherFacts(
  key: EntityKey,
  source: Source,
  at: SourceRange,
  { stack, confidence }: Scene,
): readonly Fact[] {
  const volumes: FailureDomain = {
    ...base(keyOf(stack, 'volumes'), `the volumes of ${stack.own.file}`, source.place.at, 'high'),
    kind: 'FailureDomain',
    implied: true,
    level: 'resource',
  };
  const because = `both are volumes of ${stack.own.file}, and docker compose down -v removes all of them`;
  return [
    volumes,
    relation('within', volumes.key, keyOf(stack, 'host'), 'they lie on one machine', at, 'medium'),
    relation('placed-in', key, volumes.key, because, at, confidence),
    relation('placed-in', source.place.key, volumes.key, because, source.place.at, confidence),
    relation('loses', source.place.key, key, because, at, confidence),
  ];
}
