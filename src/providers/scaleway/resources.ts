import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { inverted, notSaid } from '../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../recognize/resource/named-by.ts';
import {
  objectLock,
  plainBucket,
  plainFacts,
  plainStore,
} from '../../recognize/resource/plain-stores.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const scaleway = vendorOf({
  provider: 'scaleway',
  page: registryPage('scaleway/scaleway', 'scaleway_'),
  checkedOn: '2026-11-21',
});

/** What the types of Scaleway mean. */
export const resources: readonly ResourceSpec[] = [
  scaleway.spec(['scaleway_rdb_instance'], database),
  plainStore(scaleway, {
    types: ['scaleway_mongodb_instance'],
    product: 'scaleway-mongodb',
    holds: 'database',
  }),
  plainStore(scaleway, {
    types: ['scaleway_block_volume', 'scaleway_instance_volume'],
    product: 'scaleway-volume',
    holds: 'volume',
  }),
  ...['scaleway_block_snapshot', 'scaleway_instance_snapshot'].map((type) =>
    scaleway.spec([type], (resource) => declared(resource, 'volume_id')),
  ),
  ...['scaleway_rdb_snapshot', 'scaleway_rdb_database_backup'].map((type) =>
    scaleway.spec([type], (resource) => declared(resource, 'instance_id')),
  ),
  plainBucket(scaleway, {
    types: ['scaleway_object_bucket'],
    provider: 'scaleway',
    product: 'scaleway-bucket',
    name: 'name',
    emptied: { by: 'force_destroy' },
    versions: 'versioning.enabled',
    locks: (bucket) =>
      namedBy(bucket, ['scaleway_object_bucket_lock_configuration'], 'bucket').flatMap((lock) =>
        objectLock(bucket, scaleway.text(lock, 'rule.default_retention.mode', null)),
      ),
  }),
];

function declared(resource: Resource, source: string): readonly Fact[] {
  return scaleway.declared(resource, resource.stack.target(settingAt(resource, source)));
}

/** It is copied unless somebody says otherwise; for how long, and what becomes of the copies with it, is not stated. */
function database(resource: Resource): readonly Fact[] {
  const days = scaleway.number(resource, 'backup_schedule_retention', null);
  const copied = inverted(scaleway.off(resource, 'disable_backup'));
  const facts = plainFacts(
    scaleway,
    resource,
    { types: [], product: 'scaleway-database', holds: 'database' },
    { ownBackups: copied },
  );
  const isCopied = copied.state !== 'unknown' && copied.value;
  if (!isCopied || days.state === 'unknown') return facts;
  return [
    ...facts,
    ...scaleway.automated(resource, { days, survives: notSaid(resource), method: 'snapshot' }),
  ];
}
