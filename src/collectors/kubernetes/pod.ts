import { at, type DataNode, items, type ScalarNode } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { imageName } from '../../recognize/container/database-image.ts';
import type { KubeObject } from './object.ts';
import { isOn, text } from './object.ts';

/** One container of a pod. */
export interface Container {
  readonly name: string;
  /** Without registry, tag and digest. */
  readonly image: string;
  readonly node: DataNode;
  readonly at: SourceRange;
  readonly mounts: readonly Mount[];
}

/** One place of a container where a volume of its pod lies. */
export interface Mount {
  /** Name of the volume within the pod. */
  readonly volume: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Folder of the volume that is mounted, `''` for all of it; `null` where only a run can tell. */
  readonly subPath: string | null;
  readonly at: SourceRange;
}

/** What runs containers. */
export interface Pod {
  readonly object: KubeObject;
  readonly spec: DataNode;
  readonly containers: readonly Container[];
  /** Runs again and again instead of all the time. */
  readonly isScheduled: boolean;
}

/** Kinds that run containers, and where their pod is described. */
const specs: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  DeploymentConfig: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const maxContainers = 50;

/** The pod that an object runs, `null` for any other object. A job that is suspended runs none. */
export function podOf(object: KubeObject): Pod | null {
  const path = Object.hasOwn(specs, object.kind) ? specs[object.kind] : undefined;
  const spec = path === undefined ? undefined : at(object.node, ...path);
  if (spec === undefined || isOn(object.node, 'spec', 'suspend')) return null;
  const containers = ['initContainers', 'containers'].flatMap((key) =>
    items(at(spec, key)).slice(0, maxContainers),
  );
  return {
    object,
    spec,
    containers: containers.map(containerOf),
    isScheduled: object.kind === 'CronJob',
  };
}

function containerOf(node: DataNode): Container {
  return {
    name: text(node, 'name') ?? '',
    image: imageName(text(node, 'image') ?? ''),
    node,
    at: at(node, 'name')?.at ?? node.at,
    mounts: items(at(node, 'volumeMounts')).flatMap(mountOf),
  };
}

function mountOf(node: DataNode): readonly Mount[] {
  const volume = text(node, 'name');
  const target = text(node, 'mountPath');
  if (volume === null || target === null) return [];
  const isDynamic = at(node, 'subPathExpr') !== undefined || at(node, 'subPath')?.type === 'expr';
  return [
    {
      volume,
      target: target.length > 1 ? target.replace(/\/+$/, '') : target,
      readOnly: isOn(node, 'readOnly'),
      subPath: isDynamic ? null : (text(node, 'subPath') ?? '').replace(/^\/+|\/+$/g, ''),
      at: at(node, 'mountPath')?.at ?? node.at,
    },
  ];
}

/** Words of `command` and `args`, in the order they run. */
export function commandOf({ node }: Container): readonly ScalarNode[] {
  return ['command', 'args'].flatMap((key) =>
    items(at(node, key)).filter((item): item is ScalarNode => item.type === 'scalar'),
  );
}

/** Words of `command` and `args` as one text to look for flags in. */
export function commandText(container: Container): string {
  return commandOf(container)
    .map((word) => word.text)
    .join(' ');
}

/** The mount that a path of a container lies on: the innermost. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter(({ target }) => path === target || path.startsWith(target === '/' ? '/' : `${target}/`))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
}
