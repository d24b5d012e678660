import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts, postgres } from '../../../test/kubernetes-facts.ts';
import { known } from '../../model/value.ts';

const object = (version: string, kind: string, name: string, spec: string) =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n---\n`;
const stash = (spec: string) =>
  object('stash.appscode.com/v1beta1', 'BackupConfiguration', 'nightly', spec);
const kubestash = (spec: string) =>
  object('core.kubestash.com/v1alpha1', 'BackupConfiguration', 'nightly', spec);
const repository = (backend: string) =>
  object('stash.appscode.com/v1alpha1', 'Repository', 'away', `{backend: ${backend}}`);
const storage = (provider: string) =>
  object('storage.kubestash.com/v1alpha1', 'BackupStorage', 'away', `{storage: ${provider}}`);

/** Each copy that is of something: whether it outlives that, and how many places name it as theirs. */
function copies(...objects: readonly string[]): readonly (boolean | undefined)[] {
  const facts = kubernetesFacts({ 'k8s/all.yaml': [...objects, postgres('data')].join('') });
  const backed = new Set(relationsOf(facts, 'backs-up').map(({ from }) => from));
  return ofKind(facts, 'Backup')
    .filter(({ key }) => backed.has(key))
    .map(({ survivesSourceDeletion }) => known(survivesSourceDeletion));
}

const claim = 'target: {ref: {apiVersion: v1, kind: PersistentVolumeClaim, name: data}}';
const workload = 'target: {ref: {apiVersion: apps/v1, kind: Deployment, name: db}}';

describe('Stash', () => {
  it.each<[string, readonly string[], readonly (boolean | undefined)[]]>([
    [
      'a claim',
      [stash(`{${claim}, repository: {name: away}}`), repository('{s3: {bucket: b}}')],
      [true],
    ],
    [
      'a workload',
      [stash(`{${workload}, repository: {name: away}}`), repository('{gcs: {bucket: b}}')],
      [true],
    ],
    [
      'a folder of the cluster',
      [stash(`{${claim}, repository: {name: away}}`), repository('{local: {mountPath: /x}}')],
      [undefined],
    ],
    ['a repository of elsewhere', [stash(`{${claim}, repository: {name: away}}`)], [undefined]],
    ['snapshots', [stash(`{${claim}, driver: VolumeSnapshotter}`)], [undefined]],
    ['a paused one', [stash(`{${claim}, paused: true, repository: {name: away}}`)], []],
    [
      'a claim of nobody',
      [stash(`{${claim.replace('name: data', 'name: other')}, repository: {name: away}}`)],
      [],
    ],
    [
      'a workload of another kind',
      [stash(`{${workload.replace('Deployment', 'StatefulSet')}, repository: {name: away}}`)],
      [],
    ],
    [
      'a database of another operator',
      [stash('{target: {ref: {kind: AppBinding, name: db}}, repository: {name: away}}')],
      [],
    ],
    [
      'several storages of KubeStash',
      [
        kubestash(
          '{target: {kind: PersistentVolumeClaim, name: data}, backends: [{name: a, storageRef: {name: away}}, {name: b, storageRef: {name: other}}]}',
        ),
        storage('{provider: s3}'),
      ],
      [true, undefined],
    ],
  ])('copies %s', (_, objects, expected) => {
    expect(copies(...objects)).toEqual(expected);
  });
});
