import type { ResourceSpec } from '../../model/resource.ts';
import { plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const vultr = vendorOf({
  provider: 'vultr',
  page: registryPage('vultr/vultr', 'vultr_'),
  checkedOn: '2026-11-21',
});

/** What the types of Vultr mean. None of them has a protection that its provider can set. */
export const resources: readonly ResourceSpec[] = [
  plainStore(vultr, {
    types: ['vultr_block_storage'],
    product: 'vultr-block-storage',
    holds: 'volume',
  }),
  plainStore(vultr, {
    types: ['vultr_database'],
    product: 'vultr-database',
    holds: 'database',
    engine: 'database_engine',
  }),
  // A subscription holds buckets, and goes with them.
  plainStore(vultr, {
    types: ['vultr_object_storage'],
    product: 'vultr-object-storage',
    holds: 'bucket',
  }),
];
