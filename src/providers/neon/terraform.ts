import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A project belongs to an organization, or to whom the key is of. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['neon'],
    account: [
      { of: 'resource', path: 'org_id' },
      { of: 'provider', path: 'org_id' },
    ],
    region: [{ of: 'resource', path: 'region_id' }],
    source: 'https://registry.terraform.io/providers/kislerdm/neon/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
