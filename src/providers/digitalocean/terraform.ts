import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A team is behind a token, which names none. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['digitalocean'],
    account: [],
    region: [{ of: 'resource', path: 'region' }],
    source: 'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
