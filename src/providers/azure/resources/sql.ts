import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value, written } from '../../../model/value.ts';
import { notSaid } from '../../../recognize/resource/derived-settings.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { durationDays } from './durations.ts';
import { lockOn } from './locks.ts';
import { openTo } from './servers.ts';
import { azure } from './spec.ts';

const longTerm =
  'https://learn.microsoft.com/en-us/azure/azure-sql/database/long-term-retention-overview';
const template = { 'properties.create_mode': 'create_mode' };

/** Databases of SQL Server that Azure runs. A logical server holds nothing but them. */
export const sql: readonly ResourceSpec[] = [
  azure.spec(['azurerm_mssql_database', 'Microsoft.Sql/servers/databases'], database, template),
  azure.spec(['azurerm_sql_database'], database),
  azure.spec(
    ['azurerm_mssql_managed_database', 'Microsoft.Sql/managedInstances/databases'],
    database,
    template,
  ),
  azure.spec(['azurerm_synapse_sql_pool'], (resource) =>
    azure.store(resource, {
      product: 'synapse-sql-pool',
      holds: 'database',
      deletionProtection: lockOn(resource),
      ownBackups: azure.on(resource, 'geo_backup_policy_enabled'),
    }),
  ),
];

function database(resource: Resource): readonly Fact[] {
  const follower = followerOf(resource);
  const server = resource.stack.target(settingAt(resource, 'server_id'));
  const open =
    server === undefined
      ? undefined
      : openTo(server, {
          setting: 'public_network_access_enabled',
          rules: ['azurerm_mssql_firewall_rule', 'azurerm_sql_firewall_rule'],
          by: ['server_id', 'server_name'],
        });
  const store = azure.store(resource, {
    product: 'azure-sql-database',
    holds: 'database',
    deletionProtection: lockOn(resource),
    ...(follower === undefined
      ? { ownBackups: azure.always(resource, true) }
      : { disposable: follower }),
    ...(open === undefined ? {} : { openTo: open }),
  });
  if (follower !== undefined) return store;
  return [
    ...store,
    ...azure.automated(resource, {
      days: shortTerm(resource),
      // They outlive the database and go with its server.
      survives: notSaid(resource),
      method: 'pitr',
    }),
    ...longTermCopies(resource),
  ];
}

function shortTerm(resource: Resource): Value<number> {
  return settingAt(resource, 'short_term_retention_days') === undefined
    ? azure.number(resource, 'short_term_retention_policy.retention_days', 7)
    : azure.number(resource, 'short_term_retention_days', 7);
}

/** Kept for the longest of its periods, whatever becomes of database and server. */
function longTermCopies(resource: Resource): readonly Fact[] {
  const kept = ['yearly', 'monthly', 'weekly']
    .map((period) => azure.text(resource, `long_term_retention_policy.${period}_retention`, 'PT0S'))
    .map(durationDays)
    .find((days) => (known(days) ?? 0) > 0);
  if (kept === undefined) return [];
  return azure.kept(resource, {
    id: 'long-term',
    name: `long-term backups of ${resource.name}`,
    at: kept.at,
    method: 'snapshot',
    retentionDays: kept,
    survivesSourceDeletion: byDefault(true, kept.at, longTerm),
    of: [resource.key],
    because: 'they are long-term backups of it',
  });
}

/** A secondary follows another database and can be made again from it. */
function followerOf(resource: Resource): Value<boolean> | undefined {
  const mode = settingAt(resource, 'create_mode');
  return mode?.type === 'scalar' && /secondary$/i.test(mode.text)
    ? written(true, mode.at)
    : undefined;
}
