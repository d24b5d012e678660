import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

export const placements: readonly PlacementSpec[] = [
  {
    providers: ['oci'],
    account: [
      { of: 'provider', path: 'tenancy_ocid' },
      { of: 'provider', path: 'config_file_profile', isAlias: true },
    ],
    region: [{ of: 'provider', path: 'region' }],
    source: 'https://registry.terraform.io/providers/oracle/oci/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
