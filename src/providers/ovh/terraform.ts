import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A project of the public cloud is what its resources call their service. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['ovh'],
    account: [{ of: 'resource', path: 'service_name' }],
    region: [
      { of: 'resource', path: 'region_name' },
      { of: 'resource', path: 'region' },
    ],
    source: 'https://registry.terraform.io/providers/ovh/ovh/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
