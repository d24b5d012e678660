import type { ResourceSpec } from '../../model/resource.ts';
import { plainBucket, plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const oracle = vendorOf({
  provider: 'oracle-cloud',
  page: registryPage('oracle/oci', 'oci_'),
  checkedOn: '2026-11-21',
});

/** What the types of Oracle Cloud mean. */
export const resources: readonly ResourceSpec[] = [
  plainStore(oracle, { types: ['oci_core_volume'], product: 'oci-volume', holds: 'volume' }),
  plainBucket(oracle, {
    types: ['oci_objectstorage_bucket'],
    provider: 'oracle-cloud',
    product: 'oci-bucket',
    name: 'name',
    emptied: null,
    versions: 'versioning',
  }),
];
