import { expect, it } from 'vitest';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import { resources } from './resources.ts';

const factsIn = (type: string, body: string) =>
  factsOf(`resource "${type}" "main" {\n${body}\n}\n`, resources);

it.each([
  ['oci_core_volume', '', 'oci-volume volume: unknown'],
  ['oci_objectstorage_bucket', 'name = "uploads"', 'oci-bucket bucket: unknown'],
])('%s with %j: %s', (type, body, expected) => {
  const stores = only(factsIn(type, body), 'DataStore').map(
    ({ product, holds, deletionProtection }) => `${product} ${holds}: ${said(deletionProtection)}`,
  );
  expect(stores).toEqual([expected]);
});

it('versions guard a bucket', () => {
  expect(
    edges(factsIn('oci_objectstorage_bucket', 'versioning = "Enabled"'), 'guarded-by'),
  ).toEqual(['oci_objectstorage_bucket.main > oci_objectstorage_bucket.main/versions']);
});
