import type { ResourceSpec } from '../../model/resource.ts';
import { plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const planetscale = vendorOf({
  provider: 'planetscale',
  page: registryPage('planetscale/planetscale', 'planetscale_'),
  checkedOn: '2026-11-21',
});

/** What the types of PlanetScale mean. */
export const resources: readonly ResourceSpec[] = [
  plainStore(planetscale, {
    types: ['planetscale_vitess_branch', 'planetscale_postgres_branch'],
    product: 'planetscale-branch',
    holds: 'database',
    protection: 'deletion_protected',
  }),
  plainStore(planetscale, {
    types: ['planetscale_database'],
    product: 'planetscale-database',
    holds: 'database',
  }),
];
