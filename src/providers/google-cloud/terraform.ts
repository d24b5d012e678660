import type { ModuleSpec, PlacementSpec } from '../../model/resource.ts';

const zone = /^([a-z]{2,20}-[a-z]{2,20}\d{1,2})-[a-z]$/;

/** The project and region of a resource: its own settings count before the provider's. */
export const placements: readonly PlacementSpec[] = [
  {
    providers: ['google', 'google-beta'],
    account: [
      { of: 'resource', path: 'project' },
      { of: 'provider', path: 'project' },
    ],
    region: [
      { of: 'resource', path: 'region' },
      { of: 'resource', path: 'zone', names: zone },
      { of: 'resource', path: 'location' },
      { of: 'provider', path: 'region' },
      { of: 'provider', path: 'zone', names: zone },
    ],
    source:
      'https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference',
    checkedOn: '2026-11-21',
  },
];

const sqlModules = 'https://github.com/terraform-google-modules/terraform-google-sql-db';

/** Modules of Google's own collection that make one database instance. */
export const modules: readonly ModuleSpec[] = [
  {
    modules: ['postgresql', 'mysql', 'mssql'].flatMap((kind) => [
      `terraform-google-modules/sql-db/google//modules/${kind}`,
      `GoogleCloudPlatform/sql-db/google//modules/${kind}`,
    ]),
    makes: [
      {
        type: 'google_sql_database_instance',
        name: 'default',
        unless: {},
        settings: {
          name: { input: 'name' },
          region: { input: 'region' },
          project: { input: 'project_id' },
          deletion_protection: { input: 'deletion_protection', otherwise: true },
          'settings.deletion_protection_enabled': {
            input: 'deletion_protection_enabled',
            otherwise: false,
          },
          'settings.retain_backups_on_delete': { input: 'retain_backups_on_delete' },
          'settings.backup_configuration.enabled': {
            input: 'backup_configuration.enabled',
            otherwise: false,
          },
          'settings.backup_configuration.point_in_time_recovery_enabled': {
            input: 'backup_configuration.point_in_time_recovery_enabled',
          },
          'settings.backup_configuration.binary_log_enabled': {
            input: 'backup_configuration.binary_log_enabled',
          },
          'settings.backup_configuration.transaction_log_retention_days': {
            input: 'backup_configuration.transaction_log_retention_days',
          },
          'settings.backup_configuration.backup_retention_settings.retained_backups': {
            input: 'backup_configuration.retained_backups',
          },
        },
      },
    ],
    source: sqlModules,
    checkedOn: '2026-11-21',
  },
];
