import type { DataEntry, EmbeddedText } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import type { ContainerSettings } from '../../recognize/container/backup-image.ts';
import { imageName } from '../../recognize/container/database-image.ts';
import { valueEnd } from '../../recognize/systemd/unit-lines.ts';
import { variablesOf } from '../../recognize/systemd/unit-variables.ts';
import { ProgramText } from '../../recognize/task/program-text.ts';
import { tierOfPath } from '../../recognize/tier.ts';
import { type Mount, mountsOf } from './mount.ts';
import { lastOf, linesOf, sectionAt, type Unit } from './unit.ts';

/** A container that a unit starts. */
export interface Service {
  readonly unit: Unit;
  readonly image: string;
  readonly tier: Tier;
  /** Its own mounts and those of its pod. */
  readonly mounts: readonly Mount[];
  /** Names by which containers beside it reach it. */
  readonly names: readonly string[];
  /** Containers with equal ones see each other as `localhost`; `null` for one with a network of its own. */
  readonly network: string | null;
  /** It ends by itself instead of serving. */
  readonly isJob: boolean;
  readonly at: SourceRange;
}

/** A container, by its unit and those of its folder. */
export function serviceOf(unit: Unit, pods: ReadonlyMap<string, Unit>): Service {
  const read = (key: string) => lastOf(unit, 'Container', key)?.text;
  const podName = read('Pod');
  const pod = podName === undefined ? undefined : pods.get(podName);
  const own = mountsOf(unit, 'Container');
  const inherited = pod === undefined ? [] : mountsOf(pod, 'Pod');
  const hidden = new Set(own.map(({ target }) => target));
  const aliases = linesOf(unit, 'Container', 'NetworkAlias').map(({ value }) => value.text);
  return {
    unit,
    // A variable decides the version: what the image is stays readable.
    image: imageName((read('Image') ?? '').replace(/\$\{[^}]*\}/g, '')),
    // `.container` behind `dev` would make another word of it.
    tier: tierOfPath(unit.document.file.slice(0, -'.container'.length)) ?? 'unknown',
    mounts: [...own, ...inherited.filter(({ target }) => !hidden.has(target))],
    names: [read('ContainerName') ?? `systemd-${unit.stem}`, read('HostName') ?? '', ...aliases],
    network: podName ?? (read('Network') === 'host' ? 'host' : null),
    isJob: lastOf(unit, 'Service', 'Type')?.text === 'oneshot',
    at: sectionAt(unit, 'Container'),
  };
}

/** Whether a host name in one container leads to another. */
export function isReached(from: Service, to: Service, host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  const isLocal = /^(?:localhost|127\.0\.0\.1|::1)$/.test(name);
  if (isLocal) return from.network !== null && from.network === to.network;
  return to.names.includes(name);
}

/** What `Environment=` of a container's unit sets. */
export function variablesIn(unit: Unit): readonly DataEntry[] {
  return unit.sections.filter(({ name }) => name === 'Container').flatMap(variablesOf);
}

/** The variables of a container for recognisers that know no systemd. */
export function settingsOf({ unit }: Service): ContainerSettings {
  const pairs = variablesIn(unit);
  const find = (name: string) => {
    const found = pairs.findLast(({ key }) => key === name)?.value;
    return found?.type === 'scalar' ? found : undefined;
  };
  return {
    value: (name) => {
      const text = find(name)?.text ?? null;
      return text?.includes('$') === true ? null : text;
    },
    isSet: (name) => (find(name)?.text ?? '') !== '',
    at: (name) => find(name)?.at ?? null,
    isOpen: ['EnvironmentFile', 'EnvironmentHost', 'Secret'].some(
      (key) => linesOf(unit, 'Container', key).length > 0,
    ),
  };
}

/** What the container runs instead of its image's own program. */
export function programOf({ unit }: Service): EmbeddedText {
  const program = new ProgramText();
  for (const key of ['Entrypoint', 'Exec']) {
    const at = lastOf(unit, 'Container', key)?.at;
    if (at === undefined) continue;
    const { text } = unit.document;
    const end = valueEnd(text, lineStart(text, at.start));
    const start = text.indexOf('=', lineStart(text, at.start)) + 1;
    program.add(`${text.slice(start, end)} `, start);
  }
  return program.done();
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
