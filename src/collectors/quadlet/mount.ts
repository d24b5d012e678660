import type { ScalarNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { isInside } from '../../recognize/container/database-image.ts';
import { linesOf, type Unit } from './unit.ts';

/** One place of a container where something from outside lies. */
export interface Mount {
  /** `data.volume`, `data`, `/srv/data`, `%h/data`. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** The unit whose folder and names a source is relative to. */
  readonly unit: Unit;
  readonly at: SourceRange;
}

/** What a container or a pod mounts; of two mounts at one target the later counts. Memory and anonymous volumes are left out: they keep nothing. */
export function mountsOf(unit: Unit, section: 'Container' | 'Pod'): readonly Mount[] {
  const found = [
    ...linesOf(unit, section, 'Volume').flatMap(({ value }) => shortMount(value, unit) ?? []),
    ...linesOf(unit, section, 'Mount').flatMap(({ value }) => longMount(value, unit) ?? []),
  ];
  return [...new Map(found.map((mount) => [mount.target, mount])).values()];
}

/** `source:target:options`. */
function shortMount({ text, at }: ScalarNode, unit: Unit): Mount | null {
  const [source, target, options = ''] = text.split(':');
  if (source === undefined || source === '' || target?.startsWith('/') !== true) return null;
  return { source, target: trimmed(target), readOnly: isReadOnly(options), unit, at };
}

/** `type=volume,source=data.volume,destination=/data,ro`. */
function longMount({ text, at }: ScalarNode, unit: Unit): Mount | null {
  const options = new Map(
    text.split(',').map((part) => {
      const [name = '', ...value] = part.trim().split('=');
      return [name, value.join('=')] as const;
    }),
  );
  const read = (...names: readonly string[]) =>
    names.map((name) => options.get(name)).find((value) => value !== undefined && value !== '');
  const source = read('source', 'src');
  const target = read('destination', 'dst', 'target');
  if (source === undefined || target === undefined) return null;
  if (!/^(?:volume|bind)$/.test(options.get('type') ?? 'volume')) return null;
  const flag = options.get('readonly') ?? options.get('ro');
  const readOnly = flag !== undefined && flag !== 'false';
  return { source, target: trimmed(target), readOnly, unit, at };
}

function isReadOnly(options: string): boolean {
  return options.split(',').includes('ro');
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** The mount that a path of the container lies on: the innermost. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter(({ target }) => target === '/' || isInside(path, target))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
}
