import { entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known } from '../../../model/value.ts';
import { notSaid } from '../../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../../recognize/resource/kept-copies.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { daysIn, google } from './spec.ts';

/** Backup and DR: copies in a vault that enforces how long they are kept. */
export const backupDr: readonly ResourceSpec[] = [
  google.spec(['google_backup_dr_backup_plan_association'], association),
];

function association(resource: Resource): readonly Fact[] {
  const source = resource.stack.target(settingAt(resource, 'resource'));
  const plan = resource.stack.target(settingAt(resource, 'backup_plan'));
  const vault = plan?.stack.target(settingAt(plan, 'backup_vault'));
  const traits = {
    id: 'vault',
    name: `copies by ${resource.name}`,
    at: resource.at,
    method: 'snapshot',
    retentionDays:
      plan === undefined
        ? notSaid<number>(resource)
        : google.number(plan, 'backup_rules.backup_retention_days', null),
    survivesSourceDeletion: google.always(resource, true),
    of: source === undefined ? [] : [source.key],
    because: `${resource.name} puts it under a plan`,
  } as const;
  if (vault === undefined) return withoutPlace(google.kept(resource, traits));
  return [
    ...google.kept({ ...resource, placement: vault.placement }, traits),
    ...enforced(resource, vault),
  ];
}

/** For how long a vault refuses to delete what is in it. */
function enforced(resource: Resource, vault: Resource): readonly Fact[] {
  const days = daysIn(google.text(vault, 'backup_minimum_enforced_retention_duration', null));
  if ((known(days) ?? 0) === 0) return [];
  return guardFacts(vault, entityKey(`${resource.key}/vault`), {
    id: 'enforced-retention',
    name: `enforced retention of ${vault.name}`,
    at: days.at,
    strength: 'blocks',
    because: 'nobody can delete its backups before their enforced retention ends',
  });
}
