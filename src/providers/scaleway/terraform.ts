import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** The project and region of a resource: its own settings count before the provider's. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['scaleway'],
    account: [
      { of: 'resource', path: 'project_id' },
      { of: 'provider', path: 'project_id' },
    ],
    region: [
      { of: 'resource', path: 'region' },
      { of: 'resource', path: 'zone', names: /^([a-z]{2,4}-[a-z]{2,6})-\d$/ },
      { of: 'provider', path: 'region' },
      { of: 'provider', path: 'zone', names: /^([a-z]{2,4}-[a-z]{2,6})-\d$/ },
    ],
    source: 'https://registry.terraform.io/providers/scaleway/scaleway/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
