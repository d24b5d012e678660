import { type DataDocument, entries } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { baseName, type FilePath, folderOf, type SourceRange } from '../../model/source.ts';
import { tierOfPath } from '../../recognize/tier.ts';
import { chartFolders, chartStages, isOfChart } from './chart.ts';
import { type Deployer, deployersOf } from './deployer.ts';
import { isKustomization, namedPaths, type Overlays, resolve } from './kustomization.ts';
import { type KubeObject, maxObjects, objectsOf } from './object.ts';
import { releasedObjects } from './release.ts';

/** Objects that are applied together: one overlay, one folder of plain manifests, one stage of a chart. */
export interface Instance {
  /** Part of every key of it. */
  readonly id: string;
  /** As findings print it. */
  readonly name: string;
  readonly objects: readonly KubeObject[];
  /** Stage that what applies it, or its own path, speaks of. */
  readonly tier: Tier | null;
  /** Namespace for objects that name none. */
  readonly namespace: string | null;
  /** Something in the tree keeps it applied to a cluster. */
  readonly isDeployed: boolean;
  /** Where its own overlay begins; absent: it is no overlay. */
  readonly at?: SourceRange;
}

/** Stages that one folder is applied to. */
const maxDeployers = 20;
/** Objects of all overlays of a tree together: overlays multiply what they build on. */
const maxAll = 50_000;

const gitops =
  /^apiVersion: (?:argoproj\.io|kustomize\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io)\//m;

/** Every instance of a tree: overlays that no other overlay builds on, and folders of manifests that no overlay names. */
export function instancesOf(documents: readonly DataDocument[]): readonly Instance[] {
  const overlays: Overlays = {
    of: new Map(
      documents.filter(isKustomization).map((document) => [folderOf(document.file), document]),
    ),
    byFile: new Map(documents.map((document) => [document.file, document])),
  };
  const charts = chartFolders(documents);
  const named = new Set([...overlays.of.values()].flatMap(namedPaths));
  const deployers = deployersOf(documents);
  const isTended = documents.some(({ text }) => gitops.test(text));
  const instances: Instance[] = [];
  let count = 0;
  for (const [folder, document] of overlays.of) {
    const isRoot = !named.has(folder) && !named.has(document.file);
    const by = deployers.get(folder) ?? [];
    if ((!isRoot && by.length === 0) || isComponent(document) || count > maxAll) continue;
    const objects = resolve(folder, overlays);
    count += objects.length;
    const at = entries(document.roots[0])[0]?.keyAt;
    const made = perDeployer(folder, objects, by, document.file);
    instances.push(...made.map((one) => (at === undefined ? one : { ...one, at })));
  }
  const plain = documents.filter(({ file }) => !isOfChart(file, charts));
  return [
    ...instances,
    ...plainInstances(plain, named, deployers),
    ...chartInstances(documents, charts, deployers),
  ]
    .map(withReleases)
    .map((instance) =>
      isTended ? { ...instance, isDeployed: isDeployedWhole(instance) } : instance,
    );
}

/** In a tree that Flux or Argo CD follows, manifests that name their namespaces are those of a cluster. */
function isDeployedWhole({ isDeployed, objects }: Instance): boolean {
  return isDeployed || (objects.length > 0 && objects.every(({ namespace }) => namespace !== null));
}

/** With what releases of charts install, whose templates are elsewhere. */
function withReleases(instance: Instance): Instance {
  const released = instance.objects
    .filter(({ kind }) => kind === 'HelmRelease' || kind === 'Application')
    .flatMap(releasedObjects);
  return released.length === 0
    ? instance
    : { ...instance, objects: [...instance.objects, ...released], isDeployed: true };
}

/** Charts of the tree, by the stages that their values stand for, else by what installs them. */
function chartInstances(
  documents: readonly DataDocument[],
  charts: ReadonlyMap<string, DataDocument>,
  deployers: ReadonlyMap<string, readonly Deployer[]>,
): readonly Instance[] {
  return chartStages(documents, charts).flatMap(({ folder, label, tier, objects }) => {
    const chart = charts.get(folder);
    if (objects.length === 0 || chart === undefined) return [];
    if (label === '') {
      const by = deployers.get(folder) ?? [];
      return perDeployer(folder, objects, by, chart.file).map((instance) => ({
        ...instance,
        id: `${instance.id}#chart`,
      }));
    }
    const name = folder === '' ? label : `${folder}/${label}`;
    const namespace = null;
    return [{ id: `${name}#chart`, name, objects, tier, namespace, isDeployed: false }];
  });
}

function isComponent(document: DataDocument): boolean {
  return /^kind:\s*Component\b/m.test(document.text);
}

/** One instance for each stage that something applies a folder to; one where nothing does. */
function perDeployer(
  folder: string,
  objects: readonly KubeObject[],
  deployers: readonly Deployer[],
  file: FilePath,
): readonly Instance[] {
  const whole: Instance = {
    id: folder || '.',
    name: folder === '' ? file : folder,
    objects,
    tier: tierOfPath(file),
    namespace: null,
    isDeployed: false,
  };
  const [first, ...others] = deployers;
  if (first === undefined) return [whole];
  const isOne = others.every(
    ({ tier, namespace }) => tier === first.tier && namespace === first.namespace,
  );
  return (isOne ? [first] : deployers.slice(0, maxDeployers)).map((deployer) => ({
    ...whole,
    id: isOne ? whole.id : `${whole.id}@${deployer.id}`,
    tier: whole.tier ?? deployer.tier,
    namespace: deployer.namespace,
    isDeployed: true,
  }));
}

/** Manifests that no kustomization names, by folder and by the stage that a file's own name speaks of. */
function plainInstances(
  documents: readonly DataDocument[],
  named: ReadonlySet<string>,
  deployers: ReadonlyMap<string, readonly Deployer[]>,
): readonly Instance[] {
  const groups = new Map<string, { readonly file: FilePath; readonly objects: KubeObject[] }>();
  for (const document of documents) {
    if (named.has(document.file) || isKustomization(document)) continue;
    const folder = folderOf(document.file);
    const stage = tierOfPath(baseName(document.file));
    const id = stage === null ? folder || '.' : `${folder || '.'}@${stage}`;
    const group = groups.get(id) ?? { file: document.file, objects: [] };
    if (group.objects.length < maxObjects) group.objects.push(...objectsOf(document));
    groups.set(id, group);
  }
  return [...groups].flatMap(([id, { file, objects }]) => {
    if (objects.length === 0) return [];
    const folder = folderOf(file);
    const made = perDeployer(folder, objects, applied(folder, deployers), file);
    return made.map((instance) => ({
      ...instance,
      id: instance.id.replace(folder || '.', () => id).concat('#files'),
      name: objects.length === 1 || folder === '' ? file : instance.name,
    }));
  });
}

/** Whatever applies a folder or the nearest one around it. */
function applied(
  folder: string,
  deployers: ReadonlyMap<string, readonly Deployer[]>,
): readonly Deployer[] {
  for (let path = folder; path !== ''; path = folderOf(path)) {
    const found = deployers.get(path);
    if (found !== undefined) return found;
  }
  return [];
}
