import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known, unknown } from '../../model/value.ts';
import { clusterBackup, clusterStore } from '../../recognize/resource/kubernetes-facts.ts';
import { switchOf } from '../../recognize/resource/settings.ts';

const source = 'https://postgres-operator.readthedocs.io/en/latest/reference/operator_parameters/';

/** The operator's own settings, which are elsewhere, say whether claims go with it and which bucket the dumps go to. */
function clusterFacts(resource: Resource): readonly Fact[] {
  const store = clusterStore(resource, { product: 'postgres', title: 'PostgreSQL' });
  const dumps = switchOf(resource, 'spec.enableLogicalBackup', { value: false, source });
  if (known(dumps) !== true) return store;
  return [
    ...store,
    ...clusterBackup(resource, {
      id: 'logical-backup',
      title: 'logical backups',
      at: dumps.at,
      of: [resource.key],
      method: 'dump',
      survives: unknown('external', dumps.at),
      away: 'logical_backup_s3_bucket',
    }),
  ];
}

/** What the objects of the Zalando Postgres Operator mean. */
export const resources: readonly ResourceSpec[] = [
  { types: ['acid.zalan.do/postgresql'], facts: clusterFacts, source, checkedOn: '2026-11-21' },
];
