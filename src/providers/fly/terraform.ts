import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** An organization is behind a token, which names none. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['fly'],
    account: [],
    region: [{ of: 'resource', path: 'region' }],
    source: 'https://registry.terraform.io/providers/fly-apps/fly/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
