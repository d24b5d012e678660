import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** An account is behind a token, which names none. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['linode'],
    account: [],
    region: [
      { of: 'resource', path: 'region' },
      { of: 'resource', path: 'cluster' },
    ],
    source: 'https://registry.terraform.io/providers/linode/linode/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
