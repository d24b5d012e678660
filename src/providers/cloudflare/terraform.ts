import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** The account that a resource names. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['cloudflare'],
    account: [
      { of: 'resource', path: 'account_id' },
      { of: 'provider', path: 'account_id' },
    ],
    region: [{ of: 'resource', path: 'location' }],
    source: 'https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
