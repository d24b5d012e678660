import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, type Value, written } from '../../../model/value.ts';
import { derived, literal, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { lockOn } from './locks.ts';
import { azure } from './spec.ts';

/** Names that templates give the settings of a flexible server. */
const flexible = {
  'properties.backup.backup_retention_days': 'backup_retention_days',
  'properties.backup.geo_redundant_backup': 'geo_redundant_backup_enabled',
  'properties.create_mode': 'create_mode',
  'properties.network.public_network_access': 'public_network_access_enabled',
};
const single = {
  'properties.storage_profile.backup_retention_days': 'backup_retention_days',
  'properties.create_mode': 'create_mode',
  'properties.public_network_access': 'public_network_access_enabled',
};

/** PostgreSQL, MySQL and MariaDB, run by Azure. Their backups cannot be switched off. */
export const servers: readonly ResourceSpec[] = [
  ...[
    ['postgresql_flexible_server', 'DBforPostgreSQL/flexibleServers', 'azure-postgresql'],
    ['mysql_flexible_server', 'DBforMySQL/flexibleServers', 'azure-mysql'],
  ].map(([terraform = '', template = '', product = '']) =>
    azure.spec(
      [`azurerm_${terraform}`, `Microsoft.${template}`],
      (resource) => server(resource, product),
      flexible,
    ),
  ),
  ...[
    ['postgresql_server', 'DBforPostgreSQL/servers', 'azure-postgresql'],
    ['mysql_server', 'DBforMySQL/servers', 'azure-mysql'],
    ['mariadb_server', 'DBforMariaDB/servers', 'azure-mariadb'],
  ].map(([terraform = '', template = '', product = '']) =>
    azure.spec(
      [`azurerm_${terraform}`, `Microsoft.${template}`],
      (resource) => server(resource, product),
      single,
    ),
  ),
];

function server(resource: Resource, product: string): readonly Fact[] {
  const replica = replicaOf(resource);
  const open = openTo(resource, {
    setting: 'public_network_access_enabled',
    rules: [`${resource.type}_firewall_rule`, resource.type.replace(/_server$/, '_firewall_rule')],
    by: ['server_id', 'server_name'],
  });
  return [
    ...azure.store(resource, {
      product,
      holds: 'database',
      deletionProtection: lockOn(resource),
      ...(replica === undefined
        ? { ownBackups: azure.always(resource, true) }
        : { disposable: replica }),
      ...(open === undefined ? {} : { openTo: open }),
    }),
    ...(replica === undefined
      ? azure.automated(resource, {
          days: azure.number(resource, 'backup_retention_days', 7),
          // A dropped server can be revived for some days; for how many is not stated.
          survives: notSaid(resource),
          method: 'pitr',
        })
      : []),
  ];
}

/** A replica can be made again from its source. */
function replicaOf(resource: Resource): Value<boolean> | undefined {
  const mode = settingAt(resource, 'create_mode');
  return mode?.type === 'scalar' && /^(?:async|geoasync)?replica$/i.test(mode.text)
    ? written(true, mode.at)
    : undefined;
}

/** Where it is said who may connect to a server. */
export interface Doors {
  /** Switch of its public address. */
  readonly setting: string;
  /** Types of rules that let addresses in, and the settings by which they name the server. */
  readonly rules: readonly string[];
  readonly by: readonly string[];
}

/** Whom the rules of a server let in. A range of nothing but zeros stands for what runs in Azure. */
export function openTo(
  resource: Resource,
  { setting, rules, by }: Doors,
): Value<'anyone' | 'listed' | 'private'> | undefined {
  const reached = derived(
    azure.text(resource, setting, null),
    (text) => !/^(?:false|disabled)$/i.test(text),
  );
  if (known(reached) === false) return derived(reached, () => 'private');
  const all = by
    .flatMap((name) => namedBy(resource, rules, name))
    .find(
      (rule) =>
        literal(rule, 'start_ip_address') === '0.0.0.0' &&
        literal(rule, 'end_ip_address') === '255.255.255.255',
    );
  if (all === undefined) return undefined;
  return written('anyone', settingAt(all, 'end_ip_address')?.at ?? all.at);
}
