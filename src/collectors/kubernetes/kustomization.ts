import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  items,
  type ScalarNode,
  sourceRange,
} from '../../model/document.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { embeddedYaml } from './embedded-yaml.ts';
import { nodesAt } from './made-nodes.ts';
import { type KubeObject, maxObjects, objectOf, objectsOf, text } from './object.ts';
import { jsonPatched, merged } from './patch.ts';

/** The files that overlays are resolved in. */
export interface Overlays {
  /** Kustomization of a folder. */
  readonly of: ReadonlyMap<string, DataDocument>;
  readonly byFile: ReadonlyMap<string, DataDocument>;
}

/** Overlays that lead to each other are followed this far. */
const maxDepth = 20;
/** Folders that one overlay may be made of, counted as often as they are named. */
const maxFolders = 2000;
/** Patches of one kustomization that are laid over its objects. */
const maxPatches = 300;

/** Kinds that belong to no namespace. */
const clusterWide = new Set([
  'Namespace',
  'PersistentVolume',
  'StorageClass',
  'VolumeSnapshotClass',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
]);

/** Whether a file is a kustomization that kustomize itself reads; Flux has a kind of the same name. */
export function isKustomization(document: DataDocument): boolean {
  return (
    /^kustomization\.ya?ml$/.test(baseName(document.file)) &&
    !/toolkit\.fluxcd\.io/.test(text(document.roots[0], 'apiVersion') ?? '')
  );
}

/** Paths of the tree that a kustomization names: what it builds on, and the patches it lays over that. */
export function namedPaths(document: DataDocument): readonly string[] {
  const root = document.roots[0];
  const folder = folderOf(document.file);
  const patches = items(at(root, 'patches')).concat(items(at(root, 'patchesJson6902')));
  return [
    ...['resources', 'bases', 'components', 'patchesStrategicMerge', 'crds', 'configurations'],
  ]
    .flatMap((key) => items(at(root, key)).flatMap((item) => text(item) ?? []))
    .concat(patches.flatMap((patch) => text(patch, 'path') ?? []))
    .filter((path) => !path.includes('\n'))
    .flatMap((path) => pathFrom(folder, path) ?? []);
}

/** The objects that the overlay of a folder makes, `[]` where the folder has none. */
export function resolve(folder: string, overlays: Overlays): readonly KubeObject[] {
  return resolved(folder, { ...overlays, budget: { left: maxFolders } }, [], 0);
}

/** Overlays with what is left to be followed of one of them. */
interface Following extends Overlays {
  readonly budget: { left: number };
}

/** A component changes what was there before it, any other kustomization only what it builds on itself. */
function resolved(
  folder: string,
  overlays: Following,
  before: readonly KubeObject[],
  depth: number,
): readonly KubeObject[] {
  const document = overlays.of.get(folder);
  overlays.budget.left -= 1;
  if (document === undefined || depth > maxDepth || overlays.budget.left < 0) return before;
  const root = document.roots[0];
  let objects = [...before];
  for (const key of ['resources', 'bases']) {
    for (const item of items(at(root, key))) {
      const path = pathFrom(folder, text(item) ?? '~');
      if (path === null || objects.length > maxObjects) continue;
      const file = overlays.byFile.get(path);
      objects.push(
        ...(file === undefined || isKustomization(file)
          ? resolved(file === undefined ? path : folderOf(path), overlays, [], depth + 1)
          : objectsOf(file)),
      );
    }
  }
  for (const item of items(at(root, 'components'))) {
    const path = pathFrom(folder, text(item) ?? '~');
    if (path !== null) objects = [...resolved(path, overlays, objects, depth + 1)];
  }
  const patched = patchedBy(document, overlays, withGenerated(document, objects));
  return patched.map((object) => renamed(object, root, folder));
}

/** ConfigMaps and Secrets that are made of literals; `behavior: merge` adds to one that is there. */
function withGenerated(
  document: DataDocument,
  objects: readonly KubeObject[],
): readonly KubeObject[] {
  const result = [...objects];
  for (const kind of ['ConfigMap', 'Secret']) {
    const key = kind === 'ConfigMap' ? 'configMapGenerator' : 'secretGenerator';
    for (const generator of items(at(document.roots[0], key))) {
      const name = text(generator, 'name');
      if (name === null) continue;
      const data = items(at(generator, 'literals')).flatMap((item) => pairOf(item) ?? []);
      const old = result.findIndex((object) => object.kind === kind && object.names.includes(name));
      const object = result[old];
      if (object !== undefined && text(generator, 'behavior') === 'merge') {
        const patch = generated(kind, name, data, generator);
        result[old] = { ...object, node: merged(object.node, patch) ?? object.node };
      } else {
        const made = objectOf(generated(kind, name, data, generator), document);
        if (made !== null) result.push(made);
      }
    }
  }
  return result;
}

/** `NAME=value`. */
function pairOf(item: DataNode): DataEntry | null {
  if (item.type !== 'scalar') return null;
  const equals = item.text.indexOf('=');
  if (equals <= 0) return null;
  const { file } = item.at;
  const value = item.text.slice(equals + 1).replace(/^(["'])(.*)\1$/s, '$2');
  const range = sourceRange(file, item, equals + 1, item.text.length);
  const node: ScalarNode = {
    type: 'scalar',
    value,
    text: value,
    map: [[0, range.start]],
    at: range,
  };
  const keyAt = sourceRange(file, item, 0, equals);
  return { key: item.text.slice(0, equals).trim(), keyAt, labels: [], value: node };
}

function generated(
  kind: string,
  name: string,
  data: readonly DataEntry[],
  generator: DataNode,
): DataNode {
  const { scalar, map, mapOf } = nodesAt(at(generator, 'name')?.at ?? generator.at);
  return map({
    apiVersion: scalar('v1'),
    kind: scalar(kind),
    metadata: map({ name: scalar(name) }),
    [kind === 'Secret' ? 'stringData' : 'data']: mapOf(data),
  });
}

function patchedBy(
  document: DataDocument,
  overlays: Overlays,
  objects: readonly KubeObject[],
): readonly KubeObject[] {
  const patches = patchesOf(document, overlays).slice(0, maxPatches);
  if (patches.length === 0) return objects;
  return objects.flatMap((object) => {
    let node: DataNode | undefined = object.node;
    for (const patch of patches) {
      if (node === undefined || !patch.fits(object)) continue;
      node = patch.node.type === 'list' ? jsonPatched(node, patch.node) : merged(node, patch.node);
    }
    return node === undefined ? [] : [node === object.node ? object : { ...object, node }];
  });
}

interface Patch {
  /** A list of operations, or an object to merge. */
  readonly node: DataNode;
  readonly fits: (object: KubeObject) => boolean;
}

function patchesOf(document: DataDocument, overlays: Overlays): readonly Patch[] {
  const root = document.roots[0];
  const folder = folderOf(document.file);
  const strategic = items(at(root, 'patchesStrategicMerge')).flatMap((item) => {
    const isInline = item.type === 'scalar' && item.text.includes('\n');
    const roots = isInline ? embeddedYaml(item) : rootsAt(text(item), folder, overlays);
    return roots.flatMap((node) => aimed(node, undefined));
  });
  const others = [...items(at(root, 'patches')), ...items(at(root, 'patchesJson6902'))];
  return [
    ...strategic,
    ...others.flatMap((item) =>
      patchRoots(item, folder, overlays).flatMap((node) => aimed(node, at(item, 'target'))),
    ),
  ];
}

/** The patch of a file, or one that is written into the kustomization. */
function patchRoots(item: DataNode, folder: string, overlays: Overlays): readonly DataNode[] {
  const inline = at(item, 'patch');
  if (inline?.type === 'scalar') return embeddedYaml(inline);
  return rootsAt(text(item, 'path'), folder, overlays);
}

function rootsAt(path: string | null, folder: string, overlays: Overlays): readonly DataNode[] {
  const file = path === null || path.includes('\n') ? null : pathFrom(folder, path);
  return file === null ? [] : (overlays.byFile.get(file)?.roots ?? []);
}

function aimed(node: DataNode, target: DataNode | undefined): readonly Patch[] {
  const kind = text(target, 'kind') ?? text(node, 'kind');
  const name =
    text(target, 'name') ?? (target === undefined ? text(node, 'metadata', 'name') : null);
  const isWide = target !== undefined && (kind !== null || name !== null);
  if (!isWide && (kind === null || name === null)) return [];
  // A selector by labels is not followed: such a patch would fit more than it should.
  if (at(target, 'labelSelector') !== undefined || at(target, 'annotationSelector') !== undefined) {
    return [];
  }
  const isNamed = nameTest(name);
  return [
    {
      node,
      fits: (object) => (kind === null || object.kind === kind) && object.names.some(isNamed),
    },
  ];
}

/** Names of targets are anchored patterns; `.*` is the only one that occurs often enough to follow. */
function nameTest(name: string | null): (name: string) => boolean {
  if (name === null) return () => true;
  const [start = '', end, ...more] = name.split('.*');
  if (end === undefined || more.length > 0) return (other) => other === name;
  return (other) => other.startsWith(start) && other.endsWith(end);
}

function renamed(object: KubeObject, root: DataNode | undefined, folder: string): KubeObject {
  const prefix = text(root, 'namePrefix') ?? '';
  const suffix = text(root, 'nameSuffix') ?? '';
  const namespace = text(root, 'namespace');
  const name = `${prefix}${object.name}${suffix}`;
  return {
    ...object,
    name,
    names: name === object.name ? object.names : [...object.names, name],
    namespace: namespace !== null && !clusterWide.has(object.kind) ? namespace : object.namespace,
    trail: [folder, ...object.trail],
  };
}
