import { at } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { unknown } from '../../model/value.ts';
import { claimTarget, clusterBackup } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

/** A claim copied by restic or rclone; the Secret that names the repository is not in the tree. Movers that mirror a claim make no backup. */
function sourceFacts(resource: Resource): readonly Fact[] {
  const claim = settingAt(resource, 'spec.sourcePVC');
  const mover = settingAt(resource, 'spec.restic') ?? settingAt(resource, 'spec.kopia');
  if (claim?.type !== 'scalar' || mover === undefined) return [];
  const repository = at(mover, 'repository');
  return clusterBackup(resource, {
    id: 'backups',
    title: 'VolSync backups',
    at: claim.at,
    of: [claimTarget(claim.text)],
    method: 'snapshot',
    survives: unknown('external', claim.at),
    away: repository?.type === 'scalar' ? repository.text : 'its repository',
  });
}

/** What the objects of VolSync mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['volsync.backube/ReplicationSource'],
    facts: sourceFacts,
    source: 'https://volsync.readthedocs.io/en/stable/usage/restic/index.html',
    checkedOn: '2026-11-21',
  },
];
