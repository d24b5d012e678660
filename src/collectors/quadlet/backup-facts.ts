import type { Backup, Confidence, EntityKey, Fact } from '../../model/fact.ts';
import { unknown, written } from '../../model/value.ts';
import {
  type Copying,
  copyingOf,
  type Destination,
} from '../../recognize/container/backup-image.ts';
import { awayFacts, relation } from '../../recognize/container/container-facts.ts';
import { dumpsOfScript, mayDump } from '../../recognize/container/dump-script.ts';
import { mountAt } from './mount.ts';
import { keyOf, type Place, placeOf } from './place.ts';
import { isReached, programOf, type Service, settingsOf } from './service.ts';
import { base, databaseKey, hostKey, id, type Keeper } from './store-facts.ts';
import { sectionAt, type Unit } from './unit.ts';

/** A container that copies data, and what it copies. */
export interface Copier {
  readonly service: Service;
  readonly copying: Copying;
}

/** The units of a folder that backups are looked for in. */
interface Scene {
  readonly keepers: readonly Keeper[];
  readonly volumes: ReadonlyMap<string, Unit>;
  readonly confidence: Confidence;
}

/** What a container copies again and again: a job does so only where a timer starts it. */
export function copiersOf(service: Service, timed: ReadonlySet<string>): readonly Copier[] {
  if (service.isJob && !timed.has(`${service.unit.stem}.service`)) return [];
  const settings = settingsOf(service);
  const known = copyingOf(service.image, settings, service.at);
  if (known !== null) return [{ service, copying: known }];
  const program = programOf(service);
  if (!mayDump(program.text)) return [];
  const scope = {
    value: settings.value,
    filledIn: (text: string) => (text.includes('$') ? null : text),
  };
  const script = { ...program, at: sectionAt(service.unit, 'Container') };
  return dumpsOfScript(script, scope).map((copying) => ({ service, copying }));
}

/** Backups: one for each container and place where a copy of a database of this folder stays. */
export function backupFacts(copiers: readonly Copier[], scene: Scene): readonly Fact[] {
  return copiers.flatMap((copier, index) => {
    const sources = sourcesOf(copier, scene);
    if (sources.length === 0) return [];
    const { unit } = copier.service;
    return copier.copying.destinations.flatMap((destination, count) => {
      const key = keyOf(unit, `backup/${unit.stem}/${index}-${count}`);
      return copyFacts(key, copier, destination, sources, scene);
    });
  });
}

function sourcesOf({ service, copying }: Copier, { keepers, volumes }: Scene): readonly Keeper[] {
  const { product, host, sources } = copying;
  if (product === null) {
    const read = service.mounts.filter(({ target }) => target.startsWith(sources));
    const places = new Set(read.map((mount) => placeOf(mount, volumes)?.key));
    return keepers.filter(({ place }) => places.has(place.key));
  }
  const fitting = keepers.filter(({ engine }) => product === '' || engine.product === product);
  // A host that is written and is none of these is another server.
  const meant =
    host === null
      ? fitting
      : fitting.filter((keeper) =>
          host.split(/[,\s]+/).some((name) => isReached(service, keeper.service, name)),
        );
  return meant.length > 1 && host === null ? [] : meant;
}

function copyFacts(
  key: EntityKey,
  { service, copying }: Copier,
  destination: Destination,
  sources: readonly Keeper[],
  { volumes, confidence }: Scene,
): readonly Fact[] {
  const isFolder = destination.kind === 'folder';
  const mount = isFolder ? mountAt(service.mounts, destination.where) : undefined;
  const place = mount === undefined ? null : placeOf(mount, volumes);
  // What is written into the container itself goes with the container: that is no backup.
  if (isFolder && place === null) return [];
  const at = mount?.at ?? destination.at;
  const { file } = service.unit.document;
  const backup: Backup = {
    ...base(key, `copies that ${file} makes`, at, confidence),
    kind: 'Backup',
    method: copying.product === null ? 'snapshot' : 'dump',
    retentionDays: copying.retention,
    survivesSourceDeletion: isFolder ? unknown('external', at) : written(true, at),
  };
  const protecting = sources.map((source) => {
    const because = `${service.unit.file} copies ${source.service.unit.stem}`;
    const store = copying.product === null ? source.place.key : databaseKey(source.service);
    return relation('backs-up', key, store, because, at, confidence);
  });
  const placed =
    place === null
      ? awayFacts(id, key, destination.where, destination.at, confidence)
      : hereFacts(backup, place, service, copying.mayBeSentOn ? [] : sources);
  return [backup, ...protecting, ...placed];
}

function hereFacts(
  { key, at, confidence }: Backup,
  place: Place,
  { unit }: Service,
  sources: readonly Keeper[],
): readonly Fact[] {
  const because = `${unit.file} writes it to the ${place.name}`;
  const host =
    place.kind === 'share'
      ? []
      : [relation('placed-in', key, hostKey(unit), because, at, confidence)];
  const same = `it is written to the ${place.name}, where the data itself lies`;
  const beside = sources.some((source) => source.place.key === place.key)
    ? [relation('placed-in', key, place.key, same, at, confidence)]
    : [];
  return [...host, ...beside];
}
