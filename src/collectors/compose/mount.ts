import { at, type DataNode, items } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { filledIn, rawText, type Variables } from './interpolate.ts';
import { type Merged, shares } from './project.ts';

/** One place of a container where something from outside lies. */
export interface Mount {
  readonly kind: 'volume' | 'bind' | 'tmpfs';
  /** Key of the volume, or path on the machine, with variables filled in where the project sets them. */
  readonly source: string;
  /** True when a variable has a part in the source. */
  readonly isComputed: boolean;
  readonly target: string;
  readonly readOnly: boolean;
  /** File in whose folder a relative source starts. */
  readonly file: string;
  readonly at: SourceRange;
}

/** What a service mounts; of two mounts at one target the later counts. Anonymous volumes are left out: nothing finds them again. */
export function mountsOf(service: Merged, variables: Variables): readonly Mount[] {
  const byTarget = new Map<string, Mount>();
  for (const { node, document } of shares(service, 'volumes')) {
    for (const item of items(node)) {
      const mount =
        item.type === 'map'
          ? longMount(item, variables, document.file)
          : shortMount(item, variables, document.file);
      if (mount !== null) byTarget.set(mount.target, mount);
    }
  }
  for (const { node } of shares(service, 'tmpfs')) {
    for (const item of [node, ...items(node)]) {
      const target = rawText(item)?.split(':')[0];
      if (target === undefined) continue;
      byTarget.set(trimmed(target), {
        kind: 'tmpfs',
        source: '',
        isComputed: false,
        target: trimmed(target),
        readOnly: false,
        file: item.at.file,
        at: item.at,
      });
    }
  }
  return [...byTarget.values()];
}

/** `source:target:mode`; colons inside `${NAME:-default}` separate nothing. */
function shortMount(item: DataNode, variables: Variables, file: string): Mount | null {
  const text = rawText(item);
  if (text === null || text.length > 2000) return null;
  const parts =
    text.replace(/^([A-Za-z]):(?=[\\/][^:]*:)/, '$1\u0000').match(/(?:\$\{[^}]*\}|[^:])+/g) ?? [];
  const [source, target, mode] = parts;
  if (source === undefined || target === undefined) return null;
  return mountOf(source.replace('\u0000', ':'), target, {
    readOnly: /(?:^|,)ro(?:,|$)/.test(mode ?? ''),
    file,
    at: item.at,
    variables,
    type: null,
  });
}

function longMount(item: DataNode, variables: Variables, file: string): Mount | null {
  const target = rawText(at(item, 'target')) ?? rawText(at(item, 'dst'));
  const source = rawText(at(item, 'source')) ?? rawText(at(item, 'src'));
  const type = rawText(at(item, 'type'));
  if (target === null || (source === null && type !== 'tmpfs')) return null;
  const place = at(item, 'source')?.at ?? item.at;
  const readOnly = rawText(at(item, 'read_only')) === 'true';
  return mountOf(source ?? '', target, { readOnly, file, at: place, variables, type });
}

interface Written {
  readonly readOnly: boolean;
  readonly file: string;
  readonly at: SourceRange;
  readonly variables: Variables;
  readonly type: string | null;
}

function mountOf(source: string, target: string, written: Written): Mount | null {
  const { readOnly, file, at: place, variables, type } = written;
  const text = filledIn(source, variables) ?? source;
  const isPath = /^(?:[./~\\]|[A-Za-z]:[\\/])/.test(text);
  const kind =
    type === 'tmpfs'
      ? 'tmpfs'
      : type === 'bind' || (type !== 'volume' && (isPath || text.includes('$')))
        ? 'bind'
        : 'volume';
  return {
    kind,
    source: text,
    isComputed: /\$(?!\$)/.test(source),
    target: trimmed(filledIn(target, variables) ?? target),
    readOnly,
    file,
    at: place,
  };
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** The mount that a path of the container lies on: the innermost. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter(({ target }) => path === target || path.startsWith(target === '/' ? '/' : `${target}/`))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
}
