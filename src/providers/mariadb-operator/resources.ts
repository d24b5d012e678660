import { at } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { unknown, written } from '../../model/value.ts';
import { clusterBackup, clusterStore } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

const checkedOn = '2026-11-21';
const docs = 'https://github.com/mariadb-operator/mariadb-operator/blob/main/docs';

function backupFacts(resource: Resource): readonly Fact[] {
  const server = resource.stack.target(settingAt(resource, 'spec.mariaDbRef'));
  const storage = settingAt(resource, 'spec.storage');
  if (server === undefined || storage === undefined) return [];
  const bucket = at(storage, 's3');
  return clusterBackup(resource, {
    id: 'dumps',
    title: 'dumps',
    at: storage.at,
    of: [server.key],
    method: 'dump',
    survives: bucket === undefined ? unknown('external', storage.at) : written(true, bucket.at),
    away: bucket === undefined ? null : 'storage.s3',
  });
}

/** What the objects of MariaDB Operator mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['k8s.mariadb.com/MariaDB'],
    facts: (resource) => clusterStore(resource, { product: 'mysql', title: 'MariaDB' }),
    source: `${docs}/storage.md`,
    checkedOn,
  },
  {
    types: ['k8s.mariadb.com/Backup'],
    facts: backupFacts,
    source: `${docs}/BACKUP.md`,
    checkedOn,
  },
];
