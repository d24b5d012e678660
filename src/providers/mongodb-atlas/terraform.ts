import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** Clusters are deleted within their project; where they run lies deeper than a setting. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['mongodbatlas'],
    account: [{ of: 'resource', path: 'project_id' }],
    region: [],
    source: 'https://registry.terraform.io/providers/mongodb/mongodbatlas/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
