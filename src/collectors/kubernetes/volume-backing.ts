import { at, type DataNode, items } from '../../model/document.ts';
import type { EntityKey } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { literal, text } from './object.ts';

/** What a volume is in the world outside the cluster. */
export interface Backing {
  readonly kind: 'volume' | 'share' | 'node';
  readonly name: string;
  /** Names the same thing everywhere; absent where the text proves nothing. */
  readonly alias?: EntityKey;
  /** Folder of a node: the same one for everything that one cluster runs there. */
  readonly folder?: string;
  /** The node is named. */
  readonly isPinned?: boolean;
  readonly at: SourceRange;
}

/** What is made up, or filled in later: such a handle names nothing. */
const madeUp = /x{4,}|<|\$|\{|__|replace|change-?me|your|example|placeholder|0{6,}|123456/i;

/**
 * The share, disk or folder of a node that a volume describes. `null` for memory and settings.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/ (read 2026-11-21)
 */
export function backingOf(
  volume: DataNode | undefined,
  subPath: string | null,
  node: string | null,
): Backing | null {
  return (
    networkShare(volume, subPath) ?? disk(volume, subPath) ?? nodeFolder(volume, subPath, node)
  );
}

/** The node that a pod or a volume is bound to, `null` where the scheduler chooses. */
export function nodeOf(spec: DataNode | undefined): string | null {
  const direct =
    literal(spec, 'nodeName') ?? literal(at(spec, 'nodeSelector'), 'kubernetes.io/hostname');
  if (direct !== null) return direct;
  const required =
    at(spec, 'nodeAffinity', 'required') ??
    at(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  for (const term of items(at(required, 'nodeSelectorTerms'))) {
    for (const expression of items(at(term, 'matchExpressions'))) {
      const values = items(at(expression, 'values'));
      if (text(expression, 'key') === 'kubernetes.io/hostname' && values.length === 1) {
        return literal(values[0]);
      }
    }
  }
  return null;
}

function networkShare(volume: DataNode | undefined, subPath: string | null): Backing | null {
  const nfs = at(volume, 'nfs');
  const attributes = at(volume, 'csi', 'volumeAttributes');
  const isNfsDriver = /^nfs\.csi\.k8s\.io$/.test(text(volume, 'csi', 'driver') ?? '');
  const from = nfs ?? (isNfsDriver ? attributes : undefined);
  const server = text(from, 'server');
  const path = text(from, nfs === undefined ? 'share' : 'path');
  if (from === undefined || server === null || path === null) return null;
  const inside = text(attributes, 'subdir');
  const whole = [path, inside ?? '', subPath ?? '']
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');
  const place = at(from, 'server')?.at ?? from.at;
  const name = `NFS share ${server}:/${whole}`;
  const isFixed = [server, path].every((part) => !madeUp.test(part)) && subPath !== null;
  const alias = entityKey(`nfs:${server.toLowerCase()}/${whole}`);
  return { kind: 'share', name, at: place, ...(isFixed ? { alias } : {}) };
}

/** Fields that hold the name of a disk as its cloud gives it, unique over all clusters. */
const disks: readonly (readonly [string, string])[] = [
  ['awsElasticBlockStore', 'volumeID'],
  ['azureDisk', 'diskURI'],
  ['cinder', 'volumeID'],
  ['vsphereVolume', 'volumePath'],
  ['csi', 'volumeHandle'],
];

function disk(volume: DataNode | undefined, subPath: string | null): Backing | null {
  for (const [source, field] of disks) {
    const node = at(volume, source, field);
    const handle = literal(node);
    if (node === undefined) continue;
    const driver = text(volume, source, 'driver') ?? source;
    if (handle === null) return { kind: 'volume', name: `volume of ${driver}`, at: node.at };
    const inside = subPath === null || subPath === '' ? '' : `#${subPath}`;
    const isProven = isHandle(handle) && subPath !== null;
    const alias = entityKey(`disk:${handle}${inside}`);
    return {
      kind: 'volume',
      name: `volume ${handle}`,
      at: node.at,
      ...(isProven ? { alias } : {}),
    };
  }
  return null;
}

/** A name that a cloud made, not one that a person might choose twice. */
function isHandle(handle: string): boolean {
  if (madeUp.test(handle)) return false;
  return (
    /(?:^|[^a-z])(?:vol|fs|fsap|disk)-[0-9a-f]{8,}/.test(handle) ||
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.test(handle) ||
    /^\/?(?:projects|subscriptions)\/[^/]+\/.+\/[^/]+$/.test(handle) ||
    /^[\w.-]+#[\w.-]+#[\w.-]+/.test(handle)
  );
}

function nodeFolder(
  volume: DataNode | undefined,
  subPath: string | null,
  pinned: string | null,
): Backing | null {
  const node = at(volume, 'hostPath', 'path') ?? at(volume, 'local', 'path');
  const path = literal(node);
  if (node === undefined || path === null || isPartOfSystem(path)) return null;
  const inside = subPath === null || subPath === '' ? '' : `/${subPath}`;
  const folder = `${path.replace(/\/+$/, '')}${inside}`;
  const where = pinned === null ? 'its node' : `node ${pinned}`;
  // A local volume without a node is one on every node.
  const isOne = subPath !== null && (pinned !== null || at(volume, 'hostPath') !== undefined);
  return {
    kind: 'node',
    name: `folder ${folder} of ${where}`,
    at: node.at,
    isPinned: pinned !== null,
    ...(isOne ? { folder } : {}),
  };
}

/** Folders of a node that hold the node itself, not somebody's data. */
function isPartOfSystem(path: string): boolean {
  return /^\/(?:$|proc|sys|dev|run|var\/run|var\/log|var\/lib\/(?:docker|kubelet|containerd|rook)|etc|lib|usr|boot|bin|sbin|tmp)(?:\/|$)/.test(
    path,
  );
}
