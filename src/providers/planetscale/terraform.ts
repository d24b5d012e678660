import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A database belongs to an organization. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['planetscale'],
    account: [{ of: 'resource', path: 'organization' }],
    region: [{ of: 'resource', path: 'region' }],
    source: 'https://registry.terraform.io/providers/planetscale/planetscale/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
