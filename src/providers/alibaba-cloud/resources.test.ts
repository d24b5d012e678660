import { expect, it } from 'vitest';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import { resources } from './resources.ts';

const factsIn = (type: string, body: string) =>
  factsOf(`resource "${type}" "main" {\n${body}\n}\n`, resources);

it.each([
  ['alicloud_db_instance', '', 'apsaradb-rds database: default false'],
  ['alicloud_db_instance', 'deletion_protection = true', 'apsaradb-rds database: set true'],
  ['alicloud_oss_bucket', '', 'oss-bucket bucket: default true'],
  ['alicloud_oss_bucket', 'force_destroy = true', 'oss-bucket bucket: set false'],
])('%s with %j: %s', (type, body, expected) => {
  const stores = only(factsIn(type, body), 'DataStore').map(
    ({ product, holds, deletionProtection }) => `${product} ${holds}: ${said(deletionProtection)}`,
  );
  expect(stores).toEqual([expected]);
});

it('versions guard a bucket', () => {
  expect(
    edges(factsIn('alicloud_oss_bucket', 'versioning {\n  status = "Enabled"\n}'), 'guarded-by'),
  ).toEqual(['alicloud_oss_bucket.main > alicloud_oss_bucket.main/versions']);
});
