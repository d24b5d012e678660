import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known } from '../../model/value.ts';
import { copiesIn } from '../../recognize/resource/bucket-copies.ts';
import { notSaid } from '../../recognize/resource/derived-settings.ts';
import { guardFacts } from '../../recognize/resource/resource-facts.ts';
import { soundsLikeCopies } from '../../recognize/resource/store-names.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const hetzner = vendorOf({
  provider: 'hetzner',
  page: registryPage('hetznercloud/hcloud', 'hcloud_'),
  checkedOn: '2026-11-21',
});

/** What the types of Hetzner Cloud mean. Volumes have no snapshots there. */
export const resources: readonly ResourceSpec[] = [
  hetzner.spec(['hcloud_volume'], (resource) => protectedStore(resource, 'hetzner-volume')),
  hetzner.spec(['hcloud_storage_box'], storageBox),
];

/**
 * The vendor refuses to delete what is protected, and its Terraform provider lifts the protection itself before it destroys: it holds everybody else
 * back, so that nothing is said about who runs the tool.
 * @see https://registry.terraform.io/providers/hetznercloud/hcloud/latest/docs (read 2026-11-21)
 */
function protectedStore(resource: Resource, product: string): readonly Fact[] {
  const protection = hetzner.off(resource, 'delete_protection');
  const isOn = known(protection) === true;
  return [
    ...hetzner.store(resource, {
      product,
      holds: 'volume',
      deletionProtection: isOn ? notSaid(resource) : protection,
    }),
    ...(isOn
      ? guardFacts(resource, resource.key, {
          id: 'delete-protection',
          name: `delete protection of ${resource.name}`,
          at: protection.at,
          strength: 'asks',
          because: 'only who may change it, or runs the tool that made it, can delete it',
        })
      : []),
  ];
}

/** Its own snapshots lie inside of it. */
function storageBox(resource: Resource): readonly Fact[] {
  const facts = protectedStore(resource, 'hetzner-storage-box');
  return soundsLikeCopies(resource, 'name')
    ? [...facts, ...copiesIn(resource, 'hetzner', { isForced: true, guards: [] })]
    : facts;
}
