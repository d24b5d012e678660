import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** A project belongs to an organization. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['supabase'],
    account: [{ of: 'resource', path: 'organization_id' }],
    region: [{ of: 'resource', path: 'region' }],
    source: 'https://registry.terraform.io/providers/supabase/supabase/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
