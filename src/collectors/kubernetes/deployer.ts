import { at, type DataDocument, items } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { pathFrom } from '../../recognize/tree-path.ts';
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
  for (const document of documents) {
    if (!/kind: "?(?:Kustomization|Application)/.test(document.text)) continue;
    for (const object of objectsOf(document)) {
      for (const deployer of deployers(object)) {
        const list = found.get(deployer.folder);
        if (list === undefined) found.set(deployer.folder, [deployer]);
        else list.push(deployer);
      }
    }
  }
  return found;
}

function deployers(object: KubeObject): readonly Deployer[] {
  if (object.kind === 'Kustomization' && object.group === 'kustomize.toolkit.fluxcd.io') {
    const folder = pathFrom('', text(object.node, 'spec', 'path') ?? '');
    const namespace = text(object.node, 'spec', 'targetNamespace');
    return folder === null || folder === '' ? [] : [deployer(object, folder, namespace, [])];
  }
  if (object.kind !== 'Application' || object.group !== 'argoproj.io') return [];
  const spec = at(object.node, 'spec');
  const namespace = text(spec, 'destination', 'namespace');
  const hints = [text(spec, 'destination', 'name'), text(spec, 'destination', 'server')];
  return [at(spec, 'source'), ...items(at(spec, 'sources'))].flatMap((source) => {
    const folder = pathFrom('', text(source, 'path') ?? '');
    return folder === null || folder === '' ? [] : [deployer(object, folder, namespace, hints)];
  });
}

function deployer(
  object: KubeObject,
  folder: string,
  namespace: string | null,
  hints: readonly (string | null)[],
): Deployer {
  const names = [...hints, object.name].flatMap((name) => name ?? []);
  const tiers = names.flatMap((name) => tierOf(name) ?? []);
  const file = object.document.file;
  return {
    folder,
    namespace,
    tier: tiers[0] ?? tierOfPath(file),
    id: `${folderOf(file)}/${object.name}`,
  };
}
