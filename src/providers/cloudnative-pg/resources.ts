import { at, items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known, unknown, type Value, written } from '../../model/value.ts';
import { clusterBackup, clusterStore, daysOf } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt, switchOf, textOf } from '../../recognize/resource/settings.ts';

const checkedOn = '2026-11-21';
const docs = 'https://cloudnative-pg.io/documentation/current';

/** Snapshots belong to nobody unless a setting hands them to the cluster, and then go with it. */
function snapshotSurvives(cluster: Resource): Value<boolean> {
  const owner = settingAt(cluster, 'spec.backup.volumeSnapshot.snapshotOwnerReference');
  const isOwned = owner?.type === 'scalar' && owner.text === 'cluster';
  return owner !== undefined && isOwned
    ? written(false, owner.at)
    : unknown('external', owner?.at ?? cluster.at);
}

/** The store, and the archive that its own settings send its log and base backups to. */
function clusterFacts(resource: Resource): readonly Fact[] {
  const store = clusterStore(resource, { product: 'postgres', title: 'PostgreSQL' });
  const archive = settingAt(resource, 'spec.backup.barmanObjectStore');
  const plugin = items(settingAt(resource, 'spec.plugins')).find((one) => {
    const name = at(one, 'name');
    return name?.type === 'scalar' && name.text.startsWith('barman-cloud.');
  });
  const place = archive ?? plugin;
  if (place === undefined) return store;
  const days = known(textOf(resource, 'spec.backup.retentionPolicy', null)) ?? null;
  return [
    ...store,
    ...clusterBackup(resource, {
      id: 'archive',
      title: 'archive in an object store',
      at: place.at,
      of: [resource.key],
      method: 'pitr',
      retentionDays: daysOf(days, place.at),
      survives: written(true, place.at),
      away: archive === undefined ? 'the Barman Cloud plugin' : 'barmanObjectStore',
    }),
  ];
}

/** Only snapshots: what a schedule writes into the archive is the cluster's archive. */
function scheduleFacts(resource: Resource): readonly Fact[] {
  const cluster = resource.stack.target(settingAt(resource, 'spec.cluster'));
  const method = settingAt(resource, 'spec.method');
  const suspended = known(switchOf(resource, 'spec.suspend', null)) === true;
  if (cluster === undefined || suspended) return [];
  if (method?.type !== 'scalar' || method.text !== 'volumeSnapshot') return [];
  return clusterBackup(resource, {
    id: 'snapshots',
    title: 'scheduled snapshots',
    at: method.at,
    of: [cluster.key],
    method: 'snapshot',
    survives: snapshotSurvives(cluster),
    away: null,
  });
}

/** What the objects of CloudNativePG mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['postgresql.cnpg.io/Cluster'],
    facts: clusterFacts,
    source: `${docs}/backup/`,
    checkedOn,
  },
  {
    types: ['postgresql.cnpg.io/ScheduledBackup'],
    facts: scheduleFacts,
    source: `${docs}/appendixes/backup_volumesnapshot/`,
    checkedOn,
  },
];
