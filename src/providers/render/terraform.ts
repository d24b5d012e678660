import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A workspace owns everything that one provider makes. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['render'],
    account: [{ of: 'provider', path: 'owner_id' }],
    region: [{ of: 'resource', path: 'region' }],
    source: 'https://registry.terraform.io/providers/render-oss/render/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
