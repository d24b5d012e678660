import { at, type DataNode, items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import { clusterBackup } from './kubernetes-facts.ts';

const objectStores = ['s3', 'gcs', 'azure'];

/**
 * The pgBackRest repositories of a cluster. A repository on a claim belongs to the cluster and goes with it; beside one in an object store it is only
 * the nearer of two copies, and nothing hangs on it. `wipedAt`: what makes the operator delete all repositories with the cluster.
 */
export function pgBackRestFacts(
  resource: Resource,
  repos: DataNode | undefined,
  wipedAt: SourceRange | undefined,
): readonly Fact[] {
  const all = items(repos);
  const isAway = (repo: DataNode) => objectStores.some((kind) => at(repo, kind) !== undefined);
  const hasAway = all.some(isAway);
  return all.flatMap((repo, index) => {
    const named = at(repo, 'name');
    const name = named?.type === 'scalar' ? named.text : `repo${index + 1}`;
    const place = objectStores.map((kind) => at(repo, kind)).find(Boolean) ?? at(repo, 'volume');
    if (place === undefined) return [];
    const spot = named?.at ?? place.at;
    return clusterBackup(resource, {
      id: `pgbackrest/${name}`,
      title: `pgBackRest repository ${name}`,
      at: spot,
      of: [resource.key],
      method: 'pitr',
      survives: survives(isAway(repo), hasAway, spot, wipedAt),
      away: isAway(repo) ? name : null,
    });
  });
}

function survives(
  isAway: boolean,
  hasAway: boolean,
  spot: SourceRange,
  wipedAt: SourceRange | undefined,
): Value<boolean> {
  if (wipedAt !== undefined) return written(false, wipedAt);
  if (isAway) return written(true, spot);
  return hasAway ? unknown('external', spot) : written(false, spot);
}
