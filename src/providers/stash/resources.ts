import { at, type DataNode, entries, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known, unknown, written } from '../../model/value.ts';
import {
  claimTarget,
  clusterBackup,
  workloadTarget,
} from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt, switchOf } from '../../recognize/resource/settings.ts';

const checkedOn = '2026-11-21';
const remotes = ['s3', 'gcs', 'azure', 'swift', 'b2', 'rest'];

function text(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && node.text !== '' ? node.text : null;
}

/** What a configuration copies: a claim, or what a workload keeps. Databases of other operators are not followed. */
function targetOf(reference: DataNode | undefined): EntityKey | null {
  const kind = text(at(reference, 'kind'));
  const name = text(at(reference, 'name'));
  if (kind === null || name === null) return null;
  if (kind === 'PersistentVolumeClaim') return claimTarget(name);
  return /^(?:Deployment|StatefulSet|DaemonSet)$/.test(kind) ? workloadTarget(kind, name) : null;
}

/** Where a repository lies: `null` for one that no object of the same namespace describes. */
function isRemote(resource: Resource, reference: DataNode | undefined): boolean | null {
  const repository = resource.stack.target(reference);
  if (repository === undefined) return null;
  const backend = settingAt(repository, 'spec.backend');
  const provider = text(settingAt(repository, 'spec.storage.provider'));
  const kinds = provider === null ? entries(backend).map(({ key }) => key) : [provider];
  if (kinds.includes('local')) return false;
  return kinds.some((kind) => remotes.includes(kind)) ? true : null;
}

/** One copy for each place that a configuration names. */
function configurationFacts(resource: Resource): readonly Fact[] {
  if (known(switchOf(resource, 'spec.paused', null)) === true) return [];
  const target = settingAt(resource, 'spec.target');
  const of = targetOf(at(target, 'ref') ?? target);
  if (of === null) return [];
  const isSnapshot = text(settingAt(resource, 'spec.driver')) === 'VolumeSnapshotter';
  const backends = items(settingAt(resource, 'spec.backends')).flatMap(
    (backend) => at(backend, 'storageRef') ?? [],
  );
  const repository = settingAt(resource, 'spec.repository');
  const places = repository === undefined ? backends : [repository];
  return (isSnapshot ? [undefined] : places).flatMap((place, index) => {
    const remote = place === undefined ? false : isRemote(resource, place);
    const where = place?.at ?? resource.at;
    return clusterBackup(resource, {
      id: `backups-${index}`,
      title: 'Stash backups',
      at: where,
      of: [of],
      method: 'snapshot',
      survives: remote === true ? written(true, where) : unknown('external', where),
      away: remote === false ? null : (text(at(place, 'name')) ?? 'its repository'),
    });
  });
}

/** What the objects of Stash and KubeStash mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['stash.appscode.com/BackupConfiguration'],
    facts: configurationFacts,
    source: 'https://stash.run/docs/latest/concepts/crds/backupconfiguration/',
    checkedOn,
  },
  {
    types: ['core.kubestash.com/BackupConfiguration'],
    facts: configurationFacts,
    source: 'https://kubestash.com/docs/latest/concepts/crds/backupconfiguration/',
    checkedOn,
  },
  // They say where copies go, and are looked up by what makes those.
  {
    types: ['stash.appscode.com/Repository', 'storage.kubestash.com/BackupStorage'],
    facts: () => [],
    source: 'https://kubestash.com/docs/latest/concepts/crds/backupstorage/',
    checkedOn,
  },
];
