import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import { copiesOfDisk } from '../../../recognize/resource/copy-tags.ts';
import { isWritten, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../../recognize/resource/kept-copies.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { google, policyGuard } from './spec.ts';

/** Disks of virtual machines and file servers, with their snapshots and backups. */
export const disks: readonly ResourceSpec[] = [
  google.spec(['google_compute_disk', 'google_compute_region_disk'], disk),
  google.spec(
    [
      'google_compute_disk_resource_policy_attachment',
      'google_compute_region_disk_resource_policy_attachment',
    ],
    schedule,
  ),
  google.spec(['google_compute_snapshot', 'google_compute_region_snapshot'], (resource) =>
    google.declared(resource, resource.stack.target(settingAt(resource, 'source_disk'))),
  ),
  google.spec(['google_filestore_instance'], fileServer),
  google.spec(['google_filestore_backup'], (resource) =>
    google.declared(resource, resource.stack.target(settingAt(resource, 'source_instance'))),
  ),
  google.spec(['google_netapp_volume'], (resource) => [
    ...google.store(resource, {
      product: 'netapp-volume',
      holds: 'volume',
      deletionProtection: notSaid(resource),
    }),
    ...policyGuard(resource, 'DEFAULT'),
  ]),
  google.spec(['google_netapp_backup'], (resource) =>
    google.declared(resource, resource.stack.target(settingAt(resource, 'source_volume'))),
  ),
];

/** Types that copy disks, or may. */
const COPIERS =
  /^google_(?:compute_(?:region_)?(?:snapshot|disk_resource_policy_attachment|resource_policy)|backup_dr_)/;
const snapshots = 'https://cloud.google.com/compute/docs/disks/snapshots';

function disk(resource: Resource): readonly Fact[] {
  // A disk may name its schedule itself.
  const copies = isWritten(resource, 'resource_policies')
    ? undefined
    : copiesOfDisk(resource, COPIERS, snapshots);
  return [
    ...google.store(resource, {
      product: 'compute-disk',
      holds: 'volume',
      // The service has no such switch.
      deletionProtection: notSaid(resource),
      finalCopy: google.off(resource, 'create_snapshot_before_destroy'),
      ...(copies === undefined ? {} : { ownBackups: copies }),
    }),
    ...policyGuard(resource, 'DELETE'),
  ];
}

/** Snapshots by a schedule. They are objects of their own, and stay when their disk goes. */
function schedule(resource: Resource): readonly Fact[] {
  const source = resource.stack.target(settingAt(resource, 'disk'));
  const policy = resource.stack.target(settingAt(resource, 'name'));
  const facts = google.kept(resource, {
    id: 'snapshots',
    name: `snapshots by ${policy?.name ?? resource.name}`,
    at: resource.at,
    method: 'snapshot',
    retentionDays: retentionOf(policy) ?? notSaid(resource),
    survivesSourceDeletion: google.always(resource, true),
    of: source === undefined ? [] : [source.key],
    because: `${resource.name} puts it on a schedule`,
  });
  // They may be told to lie in another region.
  const isElsewhere =
    policy === undefined ||
    settingAt(policy, 'snapshot_schedule_policy.snapshot_properties.storage_locations') !==
      undefined;
  return isElsewhere ? withoutPlace(facts) : facts;
}

function retentionOf(policy: Resource | undefined): Value<number> | undefined {
  return policy === undefined
    ? undefined
    : google.number(policy, 'snapshot_schedule_policy.retention_policy.max_retention_days', null);
}

function fileServer(resource: Resource): readonly Fact[] {
  return [
    ...google.store(resource, {
      product: 'filestore',
      holds: 'volume',
      deletionProtection: google.off(resource, 'deletion_protection_enabled'),
    }),
    ...policyGuard(resource, 'DELETE'),
  ];
}
