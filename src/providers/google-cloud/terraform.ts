import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

const zone = /^([a-z]{2,20}-[a-z]{2,20}\d{1,2})-[a-z]$/;

/** The project and region of a resource: its own settings count before the provider's. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['google', 'google-beta'],
    account: [
      { of: 'resource', path: 'project' },
      { of: 'provider', path: 'project' },
    ],
    region: [
      { of: 'resource', path: 'region' },
      { of: 'resource', path: 'zone', names: zone },
      { of: 'resource', path: 'location' },
      { of: 'provider', path: 'region' },
      { of: 'provider', path: 'zone', names: zone },
    ],
    source:
      'https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
