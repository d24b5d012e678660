import type { ResourceSpec } from '../../model/resource.ts';
import { plainBucket, plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const alibaba = vendorOf({
  provider: 'alibaba-cloud',
  page: registryPage('aliyun/alicloud', 'alicloud_'),
  checkedOn: '2026-11-21',
});

/** What the types of Alibaba Cloud mean. */
export const resources: readonly ResourceSpec[] = [
  plainStore(alibaba, {
    types: ['alicloud_db_instance'],
    product: 'apsaradb-rds',
    holds: 'database',
    protection: 'deletion_protection',
  }),
  plainBucket(alibaba, {
    types: ['alicloud_oss_bucket'],
    provider: 'alibaba-cloud',
    product: 'oss-bucket',
    name: 'bucket',
    emptied: { by: 'force_destroy' },
    versions: 'versioning.status',
  }),
];
