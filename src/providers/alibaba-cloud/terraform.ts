import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

export const placements: readonly PlacementSpec[] = [
  {
    providers: ['alicloud'],
    account: [
      { of: 'provider', path: 'account_id' },
      { of: 'provider', path: 'profile', isAlias: true },
    ],
    region: [{ of: 'provider', path: 'region' }],
    source: 'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs',
    checkedOn: '2026-11-21',
  },
];

/** None is known yet. */
export const modules: readonly ModuleSpec[] = [];
