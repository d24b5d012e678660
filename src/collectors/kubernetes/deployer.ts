import type { DataDocument } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
import { applicationsOf } from './application-set.ts';
import { type KubeObject, objectsOf, text } from './object.ts';

/** What keeps a folder of the tree applied to a cluster: a Kustomization of Flux, an Application of Argo CD. */
export interface Deployer {
  readonly folder: string;
  /** Namespace it puts everything into, `null` where the objects say it themselves. */
  readonly namespace: string | null;
  /** Stage that its own name, its file or its destination speaks of. */
  readonly tier: Tier | null;
  /** Tells it from others that apply the same folder. */
  readonly id: string;
}

/** The deployers that files declare, by the folder they apply. */
export function deployersOf(
  documents: readonly DataDocument[],
): ReadonlyMap<string, readonly Deployer[]> {
  const found = new Map<string, Deployer[]>();
  const tended = documents.filter(({ text }) => /kind: "?(?:Kustomization|Application)/.test(text));
  const folders = tended.length === 0 ? new Set<string>() : foldersOf(documents);
  for (const object of tended.flatMap(objectsOf)) {
    for (const deployer of deployers(object, folders)) {
      const list = found.get(deployer.folder);
      if (list === undefined) found.set(deployer.folder, [deployer]);
      else list.push(deployer);
    }
  }
  return found;
}

/** Folders that hold documents, and those around them. */
function foldersOf(documents: readonly DataDocument[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { file } of documents) {
    for (let path = folderOf(file); path !== '' && !folders.has(path); path = folderOf(path)) {
      folders.add(path);
    }
  }
  return folders;
}

function deployers(object: KubeObject, folders: ReadonlySet<string>): readonly Deployer[] {
  if (object.kind === 'Kustomization' && object.group === 'kustomize.toolkit.fluxcd.io') {
    const path = text(object.node, 'spec', 'path');
    const namespace = text(object.node, 'spec', 'targetNamespace');
    return deployer(object, path ?? '', namespace, [object.name]);
  }
  return applicationsOf(object, folders).flatMap(({ name, paths, namespace, destinations }) =>
    paths.flatMap((path) => deployer(object, path, namespace, [...destinations, name])),
  );
}

/** None where the path is that of the whole tree: it says nothing of its folders. `names` may speak of a stage, the first the loudest. */
function deployer(
  object: KubeObject,
  path: string,
  namespace: string | null,
  names: readonly string[],
): readonly Deployer[] {
  const folder = pathFrom('', path);
  if (folder === null || folder === '') return [];
  const tiers = names.flatMap((name) => tierOf(name) ?? []);
  const file = object.document.file;
  const id = `${folderOf(file)}/${names.at(-1) || object.name}`;
  return [{ folder, namespace, tier: tiers[0] ?? tierOfPath(file), id }];
}
