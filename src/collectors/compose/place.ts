import { at } from '../../model/document.ts';
import type { EntityKey } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import { folderOf, type SourceRange } from '../../model/source.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { fixedText, rawText } from './interpolate.ts';
import type { Mount } from './mount.ts';
import { field, type Merged } from './project.ts';
import type { Stack } from './stack.ts';

/** Where data lies outside its container. */
export interface Place {
  readonly key: EntityKey;
  readonly aliases: readonly EntityKey[];
  readonly name: string;
  /** `project`: `docker compose down -v` removes it. `external`, `folder`, `share`: it stays. */
  readonly kind: 'project' | 'external' | 'folder' | 'share';
  /** Where it is decided which one it is. */
  readonly at: SourceRange;
  /** Why this mount leads there, as a clause without its subject. */
  readonly because: string;
}

/** The stacks of a folder, as far as they bear on what a volume is called. */
export interface Surroundings {
  readonly daemons: ReadonlyMap<Stack, string>;
}

/** What a mount leads to; `null` for memory, and for a volume that no file declares. */
export function placeOf(mount: Mount, stack: Stack, around: Surroundings): Place | null {
  if (mount.kind === 'tmpfs') return null;
  if (mount.kind === 'bind') return folderPlace(mount, stack, around);
  const volume = stack.project.volumes.get(mount.source);
  return volume === undefined ? null : volumePlace(volume, mount, stack, around);
}

function folderPlace(mount: Mount, stack: Stack, around: Surroundings): Place {
  const inTree = pathFrom(folderOf(mount.file), mount.source);
  const isAbsolute = mount.source.startsWith('/') && !mount.isComputed;
  const daemon = around.daemons.get(stack) ?? '';
  return {
    key: keyOf(stack, `folder/${inTree ?? mount.source}`),
    aliases: isAbsolute ? [onDaemon(stack, daemon, `folder${mount.source}`)] : [],
    name: `folder ${mount.source}`,
    kind: 'folder',
    at: mount.at,
    because: `mounts the folder ${mount.source}`,
  };
}

function volumePlace(
  volume: Merged,
  mount: Mount,
  stack: Stack,
  around: Surroundings,
): Place | null {
  const options = field(volume, 'driver_opts');
  const type = rawText(at(options, 'type'));
  if (type === 'tmpfs') return null;
  const device = fixedText(at(options, 'device'));
  const address = /(?:^|,)addr=([^,$\s]+)/.exec(rawText(at(options, 'o')) ?? '')?.[1];
  const key = keyOf(stack, `volume/${volume.name}`);
  const base = { key, name: `volume ${volume.name}`, at: mount.at };
  const because = `mounts the volume ${volume.name}`;
  if (type?.startsWith('nfs') === true && device !== null && address !== undefined) {
    const share = `${address}/${device.replace(/^:?\/*/, '')}`;
    const aliases = [entityKey(`nfs:${share}`)];
    return { ...base, aliases, kind: 'share', because: `${because}, which is ${share}` };
  }
  const daemon = around.daemons.get(stack) ?? '';
  if (device?.startsWith('/') === true && /\bbind\b/.test(rawText(at(options, 'o')) ?? '')) {
    const aliases = [onDaemon(stack, daemon, `folder${device}`)];
    return { ...base, aliases, kind: 'folder', because: `${because}, which is ${device}` };
  }
  const external = isExternal(volume);
  const named = nameNode(volume);
  const realName = fixedText(named) ?? (external && named === undefined ? volume.name : null);
  if (realName !== null && named?.type === 'scalar') {
    return {
      ...base,
      aliases: [onDaemon(stack, daemon, `volume/${realName}`)],
      name: `volume ${realName}`,
      kind: external ? 'external' : 'project',
      at: named.at,
      because: `${because}, which is ${realName} whatever the project is called`,
    };
  }
  const implicit = realName ?? impliedName(volume, stack, around);
  const aliases = implicit === null ? [] : [onDaemon(stack, daemon, `volume/${implicit}`)];
  return { ...base, aliases, kind: external ? 'external' : 'project', because };
}

/** `external: true`, and the old `external: { name: … }`. */
function isExternal(volume: Merged): boolean {
  const node = field(volume, 'external');
  return node?.type === 'map' || rawText(node) === 'true';
}

function nameNode(volume: Merged) {
  return field(volume, 'name') ?? at(field(volume, 'external'), 'name');
}

/** `<project>_<key>`, where another stack on the same machine asks for a volume of exactly that name. */
function impliedName(volume: Merged, stack: Stack, around: Surroundings): string | null {
  if (stack.projectName === null || nameNode(volume) !== undefined) return null;
  const implied = `${stack.projectName}_${volume.name}`;
  const daemon = around.daemons.get(stack);
  const isAsked = [...around.daemons].some(
    ([other, label]) =>
      other !== stack &&
      label === daemon &&
      [...other.project.volumes.values()].some((one) => fixedText(nameNode(one)) === implied),
  );
  return isAsked ? implied : null;
}

/** A key of this stack alone. */
export function keyOf(stack: Stack, rest: string): EntityKey {
  return entityKey(`compose:${stack.folder || '.'}@${stack.id || 'base'}#${rest}`);
}

/** A key that every stack on the same machine shares. Folders of the tree are deployed on their own, so they share none. */
function onDaemon(stack: Stack, daemon: string, rest: string): EntityKey {
  return entityKey(`compose:${stack.folder || '.'} on ${daemon}#${rest}`);
}
