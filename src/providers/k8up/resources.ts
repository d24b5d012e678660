import { entries } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { unknown, written } from '../../model/value.ts';
import { clusterBackup, namespaceTarget } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

/** A schedule copies every claim of its own namespace. The backend `local` is a claim of that namespace again. */
function scheduleFacts(resource: Resource): readonly Fact[] {
  const backends = entries(settingAt(resource, 'spec.backend'));
  const namespace = settingAt(resource, 'metadata.namespace');
  if (settingAt(resource, 'spec.backup') === undefined) return [];
  const remote = backends.find(({ key }) =>
    ['s3', 'gcs', 'azure', 'swift', 'b2', 'rest'].includes(key),
  );
  return clusterBackup(resource, {
    id: 'backups',
    title: 'scheduled K8up backups',
    at: remote?.keyAt ?? resource.at,
    of: [namespaceTarget(namespace?.type === 'scalar' ? namespace.text : '.')],
    method: 'snapshot',
    survives: remote === undefined ? unknown('external', resource.at) : written(true, remote.keyAt),
    away: remote === undefined ? null : `backend.${remote.key}`,
  });
}

/** What the objects of K8up mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['k8up.io/Schedule'],
    facts: scheduleFacts,
    source: 'https://docs.k8up.io/k8up/references/object-specifications.html',
    checkedOn: '2026-11-21',
  },
];
