import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

/** The subscription is the provider's, the location the resource's. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['azurerm', 'azapi'],
    account: [{ of: 'provider', path: 'subscription_id' }],
    region: [{ of: 'resource', path: 'location' }],
    source: 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
