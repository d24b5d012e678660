import { at, items } from '../../../model/document.ts';
import { type EntityKey, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, type Value, written } from '../../../model/value.ts';
import {
  derived,
  isWritten,
  literal,
  notSaid,
} from '../../../recognize/resource/derived-settings.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { protectionOf } from '../../../recognize/resource/vendor.ts';
import { google, heldByTool, projectOf, toolSwitch } from './spec.ts';

/** Cloud SQL. */
export const cloudSql: readonly ResourceSpec[] = [
  google.spec(['google_sql_database_instance'], instance),
];

const backup = 'settings.backup_configuration';

function instance(resource: Resource): readonly Fact[] {
  const enabled = ownBackups(resource);
  const replica = replicaOf(resource);
  const open = openTo(resource);
  const store = google.store(resource, {
    product: 'cloud-sql',
    holds: 'database',
    aliases: connectionName(resource),
    deletionProtection: protectionOf(
      google.off(resource, 'settings.deletion_protection_enabled'),
      toolSwitch(resource, true),
    ),
    finalCopy: google.off(resource, 'settings.final_backup_config.enabled'),
    ...(replica === undefined ? { ownBackups: enabled } : { disposable: replica }),
    ...(open === undefined ? {} : { openTo: open }),
  });
  return [
    ...store,
    ...heldByTool(resource, true),
    ...(replica === undefined && known(enabled) === true ? automated(resource) : []),
  ];
}

/** What the service does where no block says so is not visible in the code. */
function ownBackups(resource: Resource): Value<boolean> {
  return isWritten(resource, backup)
    ? google.off(resource, `${backup}.enabled`)
    : notSaid(resource);
}

/** They go with the instance unless a setting of their own keeps them. */
function automated(resource: Resource): readonly Fact[] {
  const isContinuous =
    known(google.off(resource, `${backup}.point_in_time_recovery_enabled`)) === true ||
    known(google.off(resource, `${backup}.binary_log_enabled`)) === true;
  return google.automated(resource, {
    days: asked(
      isContinuous
        ? google.number(resource, `${backup}.transaction_log_retention_days`, 7)
        : google.number(resource, `${backup}.backup_retention_settings.retained_backups`, 7),
      google.off(resource, `${backup}.enabled`),
    ),
    survives: google.off(resource, 'settings.retain_backups_on_delete'),
    method: isContinuous ? 'pitr' : 'snapshot',
  });
}

/** Somebody switched the backups on, so that their number of days is no default that nobody knows of. */
function asked(days: Value<number>, by: Value<boolean>): Value<number> {
  return days.state === 'default' && by.state === 'set' ? written(days.value, by.at) : days;
}

/** A replica can be made again from its source. */
function replicaOf(resource: Resource): Value<boolean> | undefined {
  const source = settingAt(resource, 'master_instance_name');
  if (source === undefined || (source.type === 'scalar' && source.text === '')) return undefined;
  return written(true, source.at);
}

/** `project:region:instance`, by which every client of the service calls it. */
function connectionName(resource: Resource): readonly EntityKey[] {
  const project = projectOf(resource);
  const region = literal(resource, 'region');
  const name = literal(resource, 'name');
  if (project === undefined || region === undefined || name === undefined) return [];
  return [entityKey(`google-cloud:cloud-sql/${project}:${region}:${name}`)];
}

/** Networks that may connect to its public address; without one, only Google's own proxy may. */
function openTo(resource: Resource): Value<'anyone' | 'listed' | 'private'> | undefined {
  const networks = items(settingAt(resource, 'settings.ip_configuration.authorized_networks'));
  const all = networks
    .map((network) => at(network, 'value'))
    .find((value) => value?.type === 'scalar' && /^(?:0\.0\.0\.0|::)\/0$/.test(value.text));
  const isPublic = google.on(resource, 'settings.ip_configuration.ipv4_enabled');
  if (all !== undefined && known(isPublic) === true) return written('anyone', all.at);
  if (isPublic.state === 'set')
    return derived(isPublic, (reached) => (reached ? 'listed' : 'private'));
  return undefined;
}
