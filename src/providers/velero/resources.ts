import { items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known, unknown, written } from '../../model/value.ts';
import { clusterBackup, namespaceTarget } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt, switchOf } from '../../recognize/resource/settings.ts';

/**
 * What a schedule copies. Moved data and copies of files lie in the object store; without either, a volume's data is a snapshot beside the volume, and
 * nobody can see how long the storage keeps that.
 */
function scheduleFacts(resource: Resource): readonly Fact[] {
  if (known(switchOf(resource, 'spec.paused', null)) === true) return [];
  const isMoved = ['snapshotMoveData', 'defaultVolumesToFsBackup', 'defaultVolumesToRestic'].some(
    (name) => known(switchOf(resource, `spec.template.${name}`, null)) === true,
  );
  if (known(switchOf(resource, 'spec.template.snapshotVolumes', null)) === false && !isMoved)
    return [];
  const named = items(settingAt(resource, 'spec.template.includedNamespaces')).flatMap((item) =>
    item.type === 'scalar' && item.text !== '*' ? [item.text] : [],
  );
  return clusterBackup(resource, {
    id: 'backups',
    title: 'scheduled Velero backups',
    at: resource.at,
    of: named.length === 0 ? [namespaceTarget(null)] : named.map(namespaceTarget),
    method: 'snapshot',
    survives: isMoved ? written(true, resource.at) : unknown('external', resource.at),
    away: isMoved ? 'the backup storage location' : null,
  });
}

/** What the objects of Velero mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['velero.io/Schedule'],
    facts: scheduleFacts,
    source: 'https://velero.io/docs/main/api-types/schedule/',
    checkedOn: '2026-11-21',
  },
];
