import { items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { written } from '../../model/value.ts';
import { classTarget, clusterBackup } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

/**
 * What a job makes again and again. Snapshots are part of their volume and go with it; backups lie in the backup target, which is set elsewhere. The group
 * `default` is that of all volumes without a job of their own; which volumes other groups hold, labels of the volumes say.
 */
function jobFacts(resource: Resource): readonly Fact[] {
  const task = settingAt(resource, 'spec.task');
  const isForAll = items(settingAt(resource, 'spec.groups')).some(
    (group) => group.type === 'scalar' && group.text === 'default',
  );
  if (task?.type !== 'scalar' || !isForAll) return [];
  const isBackup = /^backup(?:-force-create)?$/.test(task.text);
  if (!isBackup && !/^snapshot(?:-force-create)?$/.test(task.text)) return [];
  return clusterBackup(resource, {
    id: task.text,
    title: isBackup ? 'recurring Longhorn backups' : 'recurring Longhorn snapshots',
    at: task.at,
    of: [classTarget('longhorn')],
    method: 'snapshot',
    survives: written(isBackup, task.at),
    away: isBackup ? 'the backup target' : null,
  });
}

/** What the objects of Longhorn mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['longhorn.io/RecurringJob'],
    facts: jobFacts,
    source:
      'https://longhorn.io/docs/latest/snapshots-and-backups/scheduling-backups-and-snapshots/',
    checkedOn: '2026-11-21',
  },
];
