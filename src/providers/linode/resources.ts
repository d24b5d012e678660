import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { written } from '../../model/value.ts';
import { notSaid } from '../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../recognize/resource/named-by.ts';
import { plainBucket, plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const linode = vendorOf({
  provider: 'linode',
  page: registryPage('linode/linode', 'linode_'),
  checkedOn: '2026-11-21',
});

/** What the types of Linode mean. */
export const resources: readonly ResourceSpec[] = [
  linode.spec(['linode_volume'], volume),
  plainStore(linode, {
    types: [
      'linode_database_postgresql_v2',
      'linode_database_mysql_v2',
      'linode_database_postgresql',
      'linode_database_mysql',
    ],
    product: 'linode-database',
    holds: 'database',
  }),
  plainBucket(linode, {
    types: ['linode_object_storage_bucket'],
    provider: 'linode',
    product: 'linode-bucket',
    name: 'label',
    emptied: null,
    versions: 'versioning',
  }),
];

/** A lock may be made by anybody with the account, so that nothing is known where none is seen. */
function volume(resource: Resource): readonly Fact[] {
  const [lock] = namedBy(resource, ['linode_lock'], 'entity_id');
  return linode.store(resource, {
    product: 'linode-volume',
    holds: 'volume',
    deletionProtection: lock === undefined ? notSaid(resource) : written(true, lock.at),
  });
}
