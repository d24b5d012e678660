import type { ResourceSpec } from '../../model/resource.ts';
import { clusterStore } from '../../recognize/resource/kubernetes-facts.ts';
import { pgBackRestFacts } from '../../recognize/resource/pgbackrest.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

/** What the objects of Crunchy Postgres mean: a repository on a claim carries a reference to its cluster and is collected with it. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['postgres-operator.crunchydata.com/PostgresCluster'],
    facts: (resource) => [
      ...clusterStore(resource, { product: 'postgres', title: 'PostgreSQL' }),
      ...pgBackRestFacts(resource, settingAt(resource, 'spec.backups.pgbackrest.repos'), undefined),
    ],
    source:
      'https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/5.8.x/postgrescluster',
    checkedOn: '2026-11-21',
  },
];
