import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A project is behind a token, which names none. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['hcloud'],
    account: [],
    region: [{ of: 'resource', path: 'location' }],
    source: 'https://registry.terraform.io/providers/hetznercloud/hcloud/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
