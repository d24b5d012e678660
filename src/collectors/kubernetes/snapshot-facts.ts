import { at } from '../../model/document.ts';
import type { Backup, Confidence, Fact } from '../../model/fact.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { relation } from '../../recognize/container/container-facts.ts';
import { togetherFacts } from './backup-facts.ts';
import type { Catalogue } from './catalogue.ts';
import { base } from './facts.ts';
import { type KubeObject, text } from './object.ts';
import type { Place } from './place.ts';
import { keyIn, type Stage } from './stage.ts';

/**
 * A snapshot of a claim. It is an object of the claim's namespace and goes with it; whether the storage keeps it then is what its class says.
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/#deletionpolicy (read 2026-11-21)
 */
export function snapshotFacts(
  object: KubeObject,
  stage: Stage,
  places: ReadonlyMap<string, Place>,
  catalogue: Catalogue,
  confidence: Confidence,
): readonly Fact[] {
  const claim = text(object.node, 'spec', 'source', 'persistentVolumeClaimName');
  const place = claim === null ? undefined : places.get(`${stage.key} ${claim}`);
  if (claim === null || place === undefined) return [];
  const kept = keptByClass(object, catalogue);
  const key = keyIn(stage, `snapshot/${object.name}`);
  const backup: Backup = {
    ...base(key, `snapshot ${object.name} of ${stage.name}`, object.at, confidence),
    kind: 'Backup',
    method: 'snapshot',
    retentionDays: unknown('external', object.at),
    survivesSourceDeletion:
      kept.state !== 'unknown' && kept.value
        ? written(true, kept.at)
        : unknown('external', object.at),
  };
  const because = `it is a snapshot of the claim ${claim}`;
  return [
    backup,
    relation('backs-up', key, place.key, because, object.at, confidence),
    ...togetherFacts(key, place, { kind: 'claim', kept }, stage, object.at, confidence),
  ];
}

function keptByClass(object: KubeObject, catalogue: Catalogue): Value<boolean> {
  const name = text(object.node, 'spec', 'volumeSnapshotClassName');
  const found = name === null ? undefined : catalogue.all('VolumeSnapshotClass', name)[0];
  const policy = at(found?.object.node, 'deletionPolicy');
  const word = text(policy);
  if (policy === undefined || (word !== 'Delete' && word !== 'Retain')) {
    return unknown('external', object.at);
  }
  return written(word === 'Retain', policy.at);
}
