import { at, type DataNode, items } from '../../model/document.ts';
import type { EntityKey } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import type { Catalogue, Found } from './catalogue.ts';
import { literal, text } from './object.ts';
import type { Mount, Pod } from './pod.ts';
import { keptByClass, keptByVolume } from './reclaim.ts';
import { keyIn, type Stage } from './stage.ts';
import { type Backing, backingOf, nodeOf } from './volume-backing.ts';

/** Where data lies outside its container. */
export interface Place {
  readonly key: EntityKey;
  readonly aliases: readonly EntityKey[];
  readonly name: string;
  /** Name of the claim that leads there, `null` where none does. */
  readonly claim: string | null;
  /** Storage class of the claim, `null` where none is written. */
  readonly className: string | null;
  /** `claim`: goes with its claim, as its class says. `volume`: made by hand. `share`, `node`: lies where no claim rules. */
  readonly kind: 'claim' | 'volume' | 'share' | 'node';
  /** The text proves which real thing it is: a folder of whatever node the scheduler chooses is not proven. */
  readonly isCertain: boolean;
  /** The real thing stays when the claim or the namespace goes. */
  readonly kept: Value<boolean>;
  /** Where it is decided which one it is. */
  readonly at: SourceRange;
  /** Why this mount leads there, as a clause without its subject. */
  readonly because: string;
}

/** What is mounted, seen from one pod of one stage. */
export interface Scene {
  readonly pod: Pod;
  readonly stage: Stage;
  readonly catalogue: Catalogue;
}

/** What a mount leads to; `null` for memory, for settings, and for what a pod leaves behind when it ends. */
export function placeOf(mount: Mount, scene: Scene): Place | null {
  const { pod, stage, catalogue } = scene;
  const from: Found = { object: pod.object, instance: stage.instance };
  const volume = items(at(pod.spec, 'volumes')).find(
    (candidate) => text(candidate, 'name') === mount.volume,
  );
  const claim = at(volume, 'persistentVolumeClaim', 'claimName');
  if (claim !== undefined) return claimPlace(claim, mount, from, stage, catalogue);
  if (volume !== undefined) return inlinePlace(volume, mount, scene);
  const template = items(at(pod.object.node, 'spec', 'volumeClaimTemplates')).find(
    (candidate) => text(candidate, 'metadata', 'name') === mount.volume,
  );
  if (template === undefined) return null;
  const name = `${mount.volume}-${pod.object.name}`;
  return {
    key: claimKey(name, stage, stage.instance.id),
    aliases: [],
    name: `claim ${name}`,
    claim: name,
    className: className(template),
    kind: 'claim',
    isCertain: true,
    kept: keptByClass(className(template), catalogue, template.at),
    at: at(template, 'metadata', 'name')?.at ?? template.at,
    because: `mounts the claim ${mount.volume}`,
  };
}

/** A claim, by the volume that it is bound to by name, or that is bound to it. */
function claimPlace(
  node: DataNode,
  mount: Mount,
  from: Found,
  stage: Stage,
  catalogue: Catalogue,
): Place | null {
  const name = text(node);
  if (name === null) return null;
  const claim = catalogue.find('PersistentVolumeClaim', name, from);
  const volume = claim === undefined ? undefined : volumeOf(claim, stage, catalogue);
  const owner = claim?.instance.id ?? stage.instance.id;
  const because = `mounts the claim ${name}`;
  if (claim !== undefined && volume !== undefined) {
    const spec = at(volume.object.node, 'spec');
    const backing = backingOf(spec, mount.subPath, nodeOf(spec));
    // What a cloud calls its disk is no name that a reader knows.
    const isDisk = backing === null || backing.kind === 'volume';
    const shown = isDisk ? `volume ${volume.object.name}` : backing.name;
    return {
      key: claimKey(name, stage, owner),
      aliases: aliasesOf(backing, volume.instance.id),
      name: shown,
      claim: name,
      className: className(claim.object.node),
      kind: backing?.kind ?? 'volume',
      isCertain: backing?.kind !== 'node' || backing.isPinned === true,
      kept: keptByVolume(volume),
      at: backing?.at ?? volume.object.at,
      because: `${because}, which is ${shown}`,
    };
  }
  return {
    key: claimKey(name, stage, owner),
    aliases: [],
    name: `claim ${name}`,
    claim: name,
    className: claim === undefined ? null : className(claim.object.node),
    kind: 'claim',
    isCertain: true,
    kept:
      claim === undefined
        ? unknown('external', node.at)
        : keptByClass(className(claim.object.node), catalogue, claim.object.at),
    at: node.at,
    because,
  };
}

function className(claim: DataNode): string | null {
  return literal(claim, 'spec', 'storageClassName');
}

/** The volume that a claim names, or that names the claim. */
function volumeOf(claim: Found, stage: Stage, catalogue: Catalogue): Found | undefined {
  const volumeName = literal(claim.object.node, 'spec', 'volumeName');
  if (volumeName !== null) return catalogue.find('PersistentVolume', volumeName, claim);
  return catalogue
    .ofKind('PersistentVolume', claim.instance)
    .map((object) => ({ object, instance: claim.instance }))
    .find(({ object }) => {
      const reference = at(object.node, 'spec', 'claimRef');
      const namespace = text(reference, 'namespace');
      return (
        claim.object.names.includes(text(reference, 'name') ?? '') &&
        (namespace === null || stage.namespace === null || namespace === stage.namespace)
      );
    });
}

/** A volume that a pod describes itself. */
function inlinePlace(volume: DataNode, mount: Mount, { pod, stage }: Scene): Place | null {
  const backing: Backing | null = backingOf(volume, mount.subPath, nodeOf(pod.spec));
  if (backing === null) return null;
  return {
    key: keyIn(
      stage,
      `volume/${pod.object.kind}/${pod.object.name}/${mount.volume}/${mount.subPath ?? '?'}`,
    ),
    aliases: aliasesOf(backing, stage.instance.id),
    name: backing.name,
    claim: null,
    className: null,
    kind: backing.kind,
    isCertain: backing.kind !== 'node' || backing.isPinned === true,
    kept: written(true, backing.at),
    at: backing.at,
    because: `mounts ${backing.name}`,
  };
}

/** Other names of what is behind a volume: those that name it everywhere, and those that do within one cluster. */
function aliasesOf(backing: Backing | null, instance: string): readonly EntityKey[] {
  if (backing?.alias !== undefined) return [backing.alias];
  return backing?.folder === undefined ? [] : [entityKey(`k8s:${instance}#${backing.name}`)];
}

/** A claim belongs to its namespace: where that is written, plain manifests of several folders mean the same one. */
function claimKey(name: string, stage: Stage, owner: string): EntityKey {
  const { namespace, tier } = stage;
  return namespace !== null && owner.endsWith('#files')
    ? entityKey(`k8s:${tier}@${namespace}#claim/${name}`)
    : keyIn(stage, `claim/${name}`);
}
