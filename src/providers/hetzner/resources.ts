import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { copiesIn } from '../../recognize/resource/bucket-copies.ts';
import { plainFacts, plainStore } from '../../recognize/resource/plain-stores.ts';
import { soundsLikeCopies } from '../../recognize/resource/store-names.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const hetzner = vendorOf({
  provider: 'hetzner',
  page: registryPage('hetznercloud/hcloud', 'hcloud_'),
  checkedOn: '2026-11-21',
});

/** What the types of Hetzner Cloud mean. Volumes have no snapshots there. */
export const resources: readonly ResourceSpec[] = [
  plainStore(hetzner, {
    types: ['hcloud_volume'],
    product: 'hetzner-volume',
    holds: 'volume',
    protection: 'delete_protection',
  }),
  hetzner.spec(['hcloud_storage_box'], storageBox),
];

/** Its own snapshots lie inside of it. */
function storageBox(resource: Resource): readonly Fact[] {
  const facts = plainFacts(hetzner, resource, {
    types: [],
    product: 'hetzner-storage-box',
    holds: 'volume',
    protection: 'delete_protection',
  });
  return soundsLikeCopies(resource, 'name')
    ? [...facts, ...copiesIn(resource, 'hetzner', { isForced: true, guards: [] })]
    : facts;
}
