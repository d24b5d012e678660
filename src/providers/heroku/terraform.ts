import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** An account or team is behind a key, which names none. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['heroku'],
    account: [],
    region: [{ of: 'resource', path: 'region' }],
    source: 'https://registry.terraform.io/providers/heroku/heroku/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
