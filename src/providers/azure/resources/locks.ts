import type { DataNode } from '../../../model/document.ts';
import type { Resource } from '../../../model/resource.ts';
import { known, unknown, type Value, written } from '../../../model/value.ts';
import { literal, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { settingAt, textOf } from '../../../recognize/resource/settings.ts';

const locks = ['azurerm_management_lock', 'Microsoft.Authorization/locks'];
/** Settings that name what a resource is inside of, in Terraform's words or in a template's. */
const owners = [
  'parent',
  'parent_id',
  'server_id',
  'server_name',
  'managed_instance_id',
  'account_name',
  'cluster_name',
  'cluster_id',
  'synapse_workspace_id',
  'pool_name',
  'resource_group_name',
  'resource_group_id',
];

/**
 * Whether a management lock keeps something from being deleted: one on itself, on its server, on its group or on the subscription. What is inside of
 * something locked is locked too. Most locks are made elsewhere, so that nothing is known where none is seen.
 * @see https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/lock-resources (read 2026-11-21)
 */
export function lockOn(resource: Resource): Value<boolean> {
  const inside = around(resource);
  for (const lock of resource.stack.resources) {
    if (!locks.includes(lock.type) || !(holds(lock, inside) || holdsGroup(lock, resource)))
      continue;
    const level = textOf(lock, 'lock_level', null);
    if (level.state === 'unknown') return unknown('interpolated', level.at);
    if (/^(?:cannotdelete|readonly)$/i.test(known(level) ?? '')) return written(true, level.at);
  }
  return notSaid(resource);
}

function holds(lock: Resource, inside: readonly Resource[]): boolean {
  const scope = settingAt(lock, 'scope');
  const target = lock.stack.target(scope);
  if (target !== undefined) {
    return inside.includes(target) || /azurerm_subscription$/.test(target.type);
  }
  if (namesSubscription(scope)) return true;
  const names = scope?.type === 'scalar' ? scope.text.toLowerCase() : '';
  return inside.some((one) => {
    const name = literal(one, 'name')?.toLowerCase();
    return name !== undefined && names.endsWith(`/${name}`);
  });
}

/** A template's lock without a scope is on the group that the template is deployed to, and that is where whatever else it declares is made. */
function holdsGroup(lock: Resource, resource: Resource): boolean {
  if (!lock.type.startsWith('Microsoft.') || templateOf(lock) !== templateOf(resource)) {
    return false;
  }
  const scope = settingAt(lock, 'scope');
  return scope === undefined || (scope.type === 'expr' && scope.refs.includes('resourceGroup()'));
}

/** Which of the templates of a deployment declares it: modules stand before a slash in its key. */
function templateOf({ key }: Resource): string {
  const id = key.slice(key.indexOf('#') + 1);
  return id.slice(0, id.lastIndexOf('/') + 1);
}

/** `data.azurerm_subscription.current.id`, `/subscriptions/<id>`. */
function namesSubscription(scope: DataNode | undefined): boolean {
  if (scope?.type === 'scalar') return /^\/subscriptions\/[^/]{1,80}\/?$/i.test(scope.text);
  return (
    scope?.type === 'expr' && scope.refs.some((ref) => ref.startsWith('data.azurerm_subscription.'))
  );
}

/** A resource and what it is inside of, inside out. */
function around(resource: Resource): readonly Resource[] {
  const found: Resource[] = [resource];
  for (const one of found) {
    // A database in a server in a group, and no further.
    if (found.length > 8) break;
    for (const setting of owners) {
      const owner = one.stack.target(settingAt(one, setting));
      if (owner !== undefined && !found.includes(owner)) found.push(owner);
    }
  }
  return found;
}
