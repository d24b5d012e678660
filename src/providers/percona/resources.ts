import { at, type DataNode, entries, items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { known, unknown, type Value, written } from '../../model/value.ts';
import {
  clusterBackup,
  clusterStore,
  finalizerAt,
} from '../../recognize/resource/kubernetes-facts.ts';
import { pgBackRestFacts } from '../../recognize/resource/pgbackrest.ts';
import { settingAt, switchOf } from '../../recognize/resource/settings.ts';

const checkedOn = '2026-11-21';
const docs = 'https://docs.percona.com';

/** A finalizer makes the claims go with the object; without it they stay. */
function keptUnless(resource: Resource, ...finalizers: readonly string[]): Value<boolean> {
  const place = finalizerAt(resource, ...finalizers);
  return place === undefined ? unknown('external', resource.at) : written(false, place);
}

function postgresFacts(resource: Resource): readonly Fact[] {
  const deletionProtection = keptUnless(resource, 'percona.com/delete-pvc');
  const store = clusterStore(resource, {
    product: 'postgres',
    title: 'PostgreSQL',
    deletionProtection,
  });
  const isOff = known(switchOf(resource, 'spec.backups.enabled', null)) === false;
  const repos = settingAt(resource, 'spec.backups.pgbackrest.repos');
  const wipedAt = finalizerAt(resource, 'percona.com/delete-backups');
  return isOff ? store : [...store, ...pgBackRestFacts(resource, repos, wipedAt)];
}

/** Backups that a schedule writes to a named storage. One on a file system lies wherever its volume does. */
function scheduled(resource: Resource, schedules: DataNode | undefined): readonly Fact[] {
  if (known(switchOf(resource, 'spec.backup.enabled', null)) === false) return [];
  return items(schedules).flatMap((task, index) => {
    const storage = at(task, 'storageName');
    const enabled = at(task, 'enabled');
    if (storage?.type !== 'scalar') return [];
    if (enabled?.type === 'scalar' && enabled.text === 'false') return [];
    const type = storageType(resource, storage.text);
    const isAway = type !== null && type !== 'filesystem';
    return clusterBackup(resource, {
      id: `schedule/${index}`,
      title: `scheduled backups in ${storage.text}`,
      at: storage.at,
      of: [resource.key],
      method: 'dump',
      survives: survival(isAway, storage.at),
      away: isAway ? storage.text : null,
    });
  });
}

function survival(isAway: boolean, place: SourceRange): Value<boolean> {
  return isAway ? written(true, place) : unknown('external', place);
}

function storageType(resource: Resource, name: string): string | null {
  const storages = entries(settingAt(resource, 'spec.backup.storages'));
  const type = at(storages.find(({ key }) => key === name)?.value, 'type');
  return type?.type === 'scalar' ? type.text : null;
}

function mongoFacts(resource: Resource): readonly Fact[] {
  const deletionProtection = keptUnless(
    resource,
    'percona.com/delete-psmdb-pvc',
    'delete-psmdb-pvc',
  );
  return [
    ...clusterStore(resource, { product: 'mongodb', title: 'MongoDB', deletionProtection }),
    ...scheduled(resource, settingAt(resource, 'spec.backup.tasks')),
  ];
}

function mysqlFacts(resource: Resource): readonly Fact[] {
  const deletionProtection = keptUnless(
    resource,
    'percona.com/delete-pxc-pvc',
    'delete-pxc-pvc',
    'percona.com/delete-mysql-pvc',
  );
  return [
    ...clusterStore(resource, { product: 'mysql', title: 'MySQL', deletionProtection }),
    ...scheduled(resource, settingAt(resource, 'spec.backup.schedule')),
  ];
}

/** What the objects of Percona's operators mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['pgv2.percona.com/PerconaPGCluster'],
    facts: postgresFacts,
    source: `${docs}/percona-operator-for-postgresql/latest/operator.html`,
    checkedOn,
  },
  {
    types: ['psmdb.percona.com/PerconaServerMongoDB'],
    facts: mongoFacts,
    source: `${docs}/percona-operator-for-mongodb/operator.html`,
    checkedOn,
  },
  {
    types: ['pxc.percona.com/PerconaXtraDBCluster', 'ps.percona.com/PerconaServerMySQL'],
    facts: mysqlFacts,
    source: `${docs}/percona-operator-for-mysql/pxc/operator.html`,
    checkedOn,
  },
];
