import type { Backup, Confidence, EntityKey, Fact, FailureDomain } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { known, unknown, written } from '../../model/value.ts';
import {
  type Copying,
  copyingOf,
  type Destination,
} from '../../recognize/container/backup-image.ts';
import { isCarrier } from '../../recognize/container/carrier.ts';
import { awayFacts, relation } from '../../recognize/container/container-facts.ts';
import { dumpsOfScript, mayDump } from '../../recognize/container/dump-script.ts';
import type { Catalogue, Found } from './catalogue.ts';
import { base, id } from './facts.ts';
import { type Place, placeOf } from './place.ts';
import { type Container, commandOf, commandText, mountAt, type Pod } from './pod.ts';
import { mountedScripts, settingsOf } from './scope.ts';
import { keyIn, type Stage } from './stage.ts';
import { namespaceKey, placeFacts } from './store-facts.ts';

/** A database that copies can be made of. */
export interface Source {
  readonly key: EntityKey;
  readonly name: string;
  /** Engine of it. */
  readonly product: string;
  /** Whether a host's first label leads to it. */
  readonly isHost: (host: string) => boolean;
  /** What runs it: `StatefulSet/db`; `null` where an operator decides that. */
  readonly workload: string | null;
  /** Where its files lie; `null` where an operator decides that. */
  readonly place: Place | null;
  readonly stage: Stage;
}

/** A container that copies data. */
export interface Copier {
  readonly pod: Pod;
  readonly container: Container;
  readonly stage: Stage;
  readonly copying: Copying;
}

/** The copies that a pod makes. */
export function copiersOf(pod: Pod, stage: Stage, catalogue: Catalogue): readonly Copier[] {
  const from: Found = { object: pod.object, instance: stage.instance };
  let scripts: readonly Parameters<typeof dumpsOfScript>[0][] | null = null;
  return pod.containers.flatMap((container) => {
    const settings = settingsOf(container, from, catalogue);
    const known = copyingOf(container.image, settings, container.at);
    if (known !== null) return [{ pod, container, stage, copying: known }];
    const own = commandOf(container).filter((word) => mayDump(word.text));
    // A ConfigMap's script is counted once, for the first container that could run it.
    if (own.length === 0 && scripts === null && isDumper(pod)) {
      scripts = mountedScripts(pod.spec, from, catalogue).filter((word) => mayDump(word.text));
      own.push(...(scripts as typeof own));
    }
    const scope = {
      value: settings.value,
      filledIn: (raw: string) => filledIn(raw, settings.value),
    };
    return own
      .flatMap((script) => dumpsOfScript(script, scope))
      .map((copying) => ({ pod, container, stage, copying }));
  });
}

/** Scripts are read where something runs again and again, or is named after what it does. */
function isDumper({ isScheduled, object }: Pod): boolean {
  return isScheduled || /backup|dump/.test(object.name);
}

/** `$(NAME)` is how Kubernetes fills variables into a command; `$NAME` is its shell's. */
function filledIn(raw: string, value: (name: string) => string | null): string | null {
  const name = /^["']?\$[({]?([A-Za-z_]\w*)[)}]?["']?$/.exec(raw)?.[1];
  return name === undefined ? (raw.includes('$') ? null : raw) : value(name);
}

/** Backups of a stage: one for each copier and place where a copy of a known database stays. */
export function backupFacts(
  copier: Copier,
  index: number,
  sources: readonly Source[],
  catalogue: Catalogue,
  confidence: Confidence,
): readonly Fact[] {
  const meant = sourcesOf(copier, sources);
  if (meant.length === 0) return [];
  return copier.copying.destinations.flatMap((destination, count) => {
    const { pod, stage } = copier;
    const key = keyIn(stage, `backup/${pod.object.kind}/${pod.object.name}/${index}-${count}`);
    return copyFacts(key, copier, destination, meant, catalogue, confidence);
  });
}

function sourcesOf({ copying, pod, stage }: Copier, sources: readonly Source[]): readonly Source[] {
  if (copying.product === null) return [];
  const fitting = sources.filter(
    (source) =>
      source.stage.key === stage.key &&
      (copying.product === '' || source.product === copying.product),
  );
  const { host } = copying;
  if (host !== null) {
    const [first = '', namespace] = host.replace(/:\d+$/, '').split('.');
    const isHere = namespace === undefined || namespace === stage.namespace;
    return isHere ? fitting.filter((source) => source.isHost(first)) : [];
  }
  const own = fitting.filter((source) => source.isHost(pod.object.name));
  const meant = own.length > 0 ? own : fitting;
  return meant.length > 1 ? [] : meant;
}

function copyFacts(
  key: EntityKey,
  { pod, container, stage, copying }: Copier,
  destination: Destination,
  sources: readonly Source[],
  catalogue: Catalogue,
  confidence: Confidence,
): readonly Fact[] {
  const mount =
    destination.kind === 'folder' ? mountAt(container.mounts, destination.where) : undefined;
  const place = mount === undefined ? null : placeOf(mount, { pod, stage, catalogue });
  const isSent = destination.kind === 'folder' && isSentOn(pod, container);
  // What is written into the pod itself goes with the pod: that is no backup.
  if (destination.kind === 'folder' && place === null && !isSent) return [];
  const isAway = destination.kind === 'remote' || isSent;
  const at = mount?.at ?? destination.at;
  const backup: Backup = {
    ...base(key, `${pod.object.name} of ${stage.name}`, at, confidence),
    kind: 'Backup',
    method: 'dump',
    retentionDays: copying.retention,
    survivesSourceDeletion: isAway ? written(true, at) : unknown('external', at),
  };
  const protecting = sources.map((source) =>
    relation(
      'backs-up',
      key,
      source.key,
      `${pod.object.name} copies ${source.name}`,
      at,
      confidence,
    ),
  );
  const placed =
    isAway || place === null
      ? awayFacts(id, key, isSent ? `${pod.object.name}` : destination.where, at, confidence)
      : hereFacts(backup, place, sources, stage, confidence);
  return [backup, ...protecting, ...placed];
}

/** Commands that send files too, where a pod runs them; as part of an image's name these words mean nothing. */
const senders = /\bmc (?:cp|mirror|pipe)|mcli |curl |scp |sftp /;

function isTakingAway(imageAndCommand: string): boolean {
  return isCarrier(imageAndCommand) || senders.test(imageAndCommand);
}

/** Whether the pod takes what it writes further. */
function isSentOn(pod: Pod, writer: Container): boolean {
  return (
    isTakingAway(commandText(writer)) ||
    pod.containers.some(
      (container) =>
        container !== writer && isTakingAway(`${container.image} ${commandText(container)}`),
    )
  );
}

function hereFacts(
  { key, at }: Backup,
  place: Place,
  sources: readonly Source[],
  stage: Stage,
  confidence: Confidence,
): readonly Fact[] {
  const because = `${stage.name} writes it to ${place.name}`;
  const facts: Fact[] = [...placeFacts(place, stage, confidence)];
  if (place.kind !== 'share') {
    facts.push(relation('placed-in', key, namespaceKey(stage), because, at, confidence));
  }
  for (const source of sources) {
    if (source.place === null) continue;
    if (isSame(source.place, place)) {
      const same = `it is written to ${place.name}, where the data itself lies`;
      facts.push(relation('placed-in', key, source.place.key, same, at, confidence));
    } else {
      facts.push(...togetherFacts(key, source.place, place, stage, at, confidence));
    }
  }
  return facts;
}

function isSame(a: Place, b: Place): boolean {
  return a.key === b.key || a.aliases.some((alias) => b.aliases.includes(alias));
}

/**
 * Both are claims of one namespace, and deleting it deletes both. A class that keeps its volumes prevents that; one that the tree does not show
 * leaves it open.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming (read 2026-11-21)
 */
export function togetherFacts(
  key: EntityKey,
  source: Place,
  place: Pick<Place, 'kind' | 'kept'>,
  stage: Stage,
  at: SourceRange,
  confidence: Confidence,
): readonly Fact[] {
  if (source.kind !== 'claim' || place.kind !== 'claim') return [];
  const policies = [known(source.kept), known(place.kept)];
  if (policies.includes(true)) return [];
  const sure: Confidence = policies.includes(undefined) ? 'low' : confidence;
  const claims: FailureDomain = {
    ...base(keyIn(stage, 'claims'), `the volume claims of ${stage.name}`, source.at, 'high'),
    kind: 'FailureDomain',
    implied: true,
    level: 'resource',
  };
  const because = `both are kept by claims of ${stage.name}, and deleting the namespace deletes them with their volumes`;
  return [
    claims,
    relation('within', claims.key, namespaceKey(stage), 'they belong to it', at, 'high'),
    relation('placed-in', key, claims.key, because, at, sure),
    relation('placed-in', source.key, claims.key, because, source.at, sure),
    relation('loses', source.key, key, because, at, sure),
  ];
}
