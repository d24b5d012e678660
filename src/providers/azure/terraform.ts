import type { ModuleResource, ModuleSpec, PlacementSpec } from '../../model/resource.ts';

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

/** What Microsoft's verified modules make: one resource, with a lock where one is asked for. */
function verified(module: string, type: string, settings: ModuleResource['settings']): ModuleSpec {
  return {
    modules: [`Azure/${module}/azurerm`],
    makes: [
      { type, name: 'this', unless: {}, settings },
      {
        type: 'azurerm_management_lock',
        name: 'this',
        unless: {},
        needs: 'lock',
        settings: {
          scope: { refersTo: `${type}.this` },
          lock_level: { input: 'lock.kind' },
        },
      },
    ],
    source: `https://github.com/Azure/terraform-azurerm-${module}/blob/main/main.tf`,
    checkedOn: '2026-11-21',
  };
}

function inputs(names: string): ModuleResource['settings'] {
  return Object.fromEntries(names.split(' ').map((name) => [name, { input: name }]));
}

/** Modules of Microsoft that make what holds data. Inputs that are left out are the resource's own defaults. */
export const modules: readonly ModuleSpec[] = [
  verified(
    'avm-res-dbforpostgresql-flexibleserver',
    'azurerm_postgresql_flexible_server',
    inputs(
      'name location resource_group_name backup_retention_days create_mode geo_redundant_backup_enabled source_server_id tags',
    ),
  ),
];
