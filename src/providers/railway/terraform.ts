import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A project owns its services and volumes. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['railway'],
    account: [{ of: 'resource', path: 'project_id' }],
    region: [],
    source:
      'https://registry.terraform.io/providers/terraform-community-providers/railway/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
