import { items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { notSaid } from '../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../recognize/resource/kept-copies.ts';
import {
  objectLock,
  plainBucket,
  plainFacts,
  plainStore,
} from '../../recognize/resource/plain-stores.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const ovh = vendorOf({
  provider: 'ovh',
  page: registryPage('ovh/ovh', 'ovh_'),
  checkedOn: '2026-11-21',
});

/** What the types of OVHcloud mean. */
export const resources: readonly ResourceSpec[] = [
  ovh.spec(['ovh_cloud_project_database'], database),
  plainStore(ovh, {
    types: ['ovh_cloud_project_volume'],
    product: 'ovh-volume',
    holds: 'volume',
  }),
  plainBucket(ovh, {
    types: ['ovh_cloud_project_storage'],
    provider: 'ovh',
    product: 'ovh-bucket',
    name: 'name',
    // The provider empties a bucket before it destroys it, and nothing switches that off.
    emptied: 'always',
    versions: 'versioning.status',
    locks: (bucket) => objectLock(bucket, ovh.text(bucket, 'object_lock.rule.mode', null)),
  }),
];

function database(resource: Resource): readonly Fact[] {
  const regions = items(settingAt(resource, 'backup_regions'));
  const facts = plainFacts(ovh, resource, {
    types: [],
    product: 'ovh-database',
    holds: 'database',
    engine: 'engine',
    protection: 'deletion_protection',
  });
  if (regions.length < 2) return facts;
  return [
    ...facts,
    ...withoutPlace(
      ovh.kept(resource, {
        id: 'second-region',
        name: `backups of ${resource.name} in a second region`,
        at: regions[1]?.at ?? resource.at,
        method: 'snapshot',
        retentionDays: notSaid(resource),
        survivesSourceDeletion: notSaid(resource),
        of: [resource.key],
        because: 'its backups are kept in two regions',
      }),
    ),
  ];
}
