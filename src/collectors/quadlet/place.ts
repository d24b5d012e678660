import { type EntityKey, entityKey } from '../../model/fact.ts';
import { folderOf, type SourceRange } from '../../model/source.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import type { Mount } from './mount.ts';
import { lastOf, linesOf, type Unit } from './unit.ts';

/** Where data lies outside its container. */
export interface Place {
  readonly key: EntityKey;
  readonly aliases: readonly EntityKey[];
  readonly name: string;
  readonly kind: 'volume' | 'folder' | 'share';
  /** Where it is decided which one it is. */
  readonly at: SourceRange;
}

/** Specifiers of systemd that differ from unit to unit. */
const ofUnit = /%[nNpPiIjJ]/;

/** What a mount leads to; `null` for memory. `volumes` are the units of the folder by file name. */
export function placeOf(mount: Mount, volumes: ReadonlyMap<string, Unit>): Place | null {
  const { source, unit } = mount;
  if (source.includes('/') || /^[.$]/.test(source)) return folderPlace(source, mount);
  if (!source.endsWith('.volume')) return volumePlace(ownName(source, unit), mount);
  const declared = volumes.get(source);
  // What has no name of its own is named after its file.
  const name = `systemd-${source.slice(0, -'.volume'.length)}`;
  return declared === undefined ? volumePlace(name, mount) : declaredPlace(declared, name, mount);
}

function declaredPlace(volume: Unit, fallback: string, mount: Mount): Place | null {
  const read = (key: string) => lastOf(volume, 'Volume', key)?.text;
  const type = read('Type');
  const options = linesOf(volume, 'Volume', 'Options').map(({ value }) => value.text);
  const device = read('Device');
  if (type === 'tmpfs') return null;
  const name = ownName(read('VolumeName') ?? fallback, volume);
  if (type?.startsWith('nfs') === true && device !== undefined) {
    const address = /(?:^|,)addr=([^,\s]+)/.exec(options.join(','))?.[1];
    const [host, path] = device.startsWith(':')
      ? [address, device.slice(1)]
      : device.split(/:(?=\/)/);
    const share = `${host ?? '?'}/${(path ?? '').replace(/^\/+/, '')}`;
    const aliases = host === undefined ? [] : [entityKey(`nfs:${share}`)];
    return { ...volumePlace(name, mount), aliases, kind: 'share' };
  }
  if (device?.startsWith('/') === true && /\bbind\b/.test(options.join(','))) {
    return { ...folderPlace(device, mount), name: `folder ${device} of ${volume.file}` };
  }
  return volumePlace(name, mount);
}

function volumePlace(name: string, { unit, at }: Mount): Place {
  return {
    key: keyOf(unit, `volume/${name}`),
    aliases: [],
    name: `volume ${name}`,
    kind: 'volume',
    at,
  };
}

function folderPlace(path: string, { unit, at }: Mount): Place {
  const inTree = pathFrom(folderOf(unit.document.file), path);
  // A variable may hold something else in each unit.
  const own = path.includes('$') ? `${unit.stem}:${path}` : ownName(path, unit);
  const key = keyOf(unit, `folder/${path.startsWith('.') ? (inTree ?? own) : own}`);
  return { key, aliases: [], name: `folder ${path}`, kind: 'folder', at };
}

/** A name that means the same in every unit of the folder. */
function ownName(name: string, unit: Unit): string {
  return ofUnit.test(name) ? `${unit.file}:${name}` : name;
}

/** A key of the folder of a unit: its units run on one machine, those of other folders anywhere. */
export function keyOf({ document }: Unit, rest: string): EntityKey {
  return entityKey(`quadlet:${folderOf(document.file) || '.'}#${rest}`);
}
