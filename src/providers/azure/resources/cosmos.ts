import { type EntityKey, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value } from '../../../model/value.ts';
import { derived, literal, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { lockOn } from './locks.ts';
import { azure } from './spec.ts';

const continuous =
  'https://learn.microsoft.com/en-us/azure/cosmos-db/continuous-backup-restore-introduction';

/** Cosmos DB and what else Azure runs under other names. */
export const cosmos: readonly ResourceSpec[] = [
  azure.spec(['azurerm_cosmosdb_account', 'Microsoft.DocumentDB/databaseAccounts'], account, {
    'properties.backup_policy.type': 'backup.type',
    'properties.backup_policy.continuous_mode_properties.tier': 'backup.tier',
    'properties.backup_policy.periodic_mode_properties.backup_retention_interval_in_hours':
      'backup.retention_in_hours',
  }),
  ...[
    ['azurerm_mongo_cluster', 'cosmos-mongo-cluster'],
    ['azurerm_cosmosdb_postgresql_cluster', 'cosmos-postgresql'],
    ['azurerm_kusto_database', 'kusto-database'],
  ].map(([type = '', product = '']) =>
    azure.spec([type], (resource) =>
      azure.store(resource, { product, holds: 'database', deletionProtection: lockOn(resource) }),
    ),
  ),
];

function account(resource: Resource): readonly Fact[] {
  const type = azure.text(resource, 'backup.type', 'Periodic');
  const isContinuous = known(type) === 'Continuous';
  return [
    ...azure.store(resource, {
      product: 'cosmos-db',
      holds: 'database',
      aliases: hostOf(resource),
      deletionProtection: lockOn(resource),
      ownBackups: azure.always(resource, true),
    }),
    ...(type.state === 'unknown'
      ? []
      : azure.automated(resource, {
          days: isContinuous ? tierDays(resource) : hours(resource),
          survives: isContinuous ? byDefault(true, type.at, continuous) : notSaid(resource),
          method: isContinuous ? 'pitr' : 'snapshot',
        })),
  ];
}

function tierDays(resource: Resource): Value<number> {
  return derived(azure.text(resource, 'backup.tier', 'Continuous30Days'), (tier) =>
    tier === 'Continuous7Days' ? 7 : 30,
  );
}

function hours(resource: Resource): Value<number> {
  return derived(azure.number(resource, 'backup.retention_in_hours', 8), (count) => count / 24);
}

/** Its name is part of its address, so that it is one of a kind. */
function hostOf(resource: Resource): readonly EntityKey[] {
  const name = literal(resource, 'name');
  return name === undefined ? [] : [entityKey(`azure:cosmos-db/${name}`)];
}
