import { at, type DataNode, items } from '../../model/document.ts';
import type { Target } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';

/** What the rules of a role let somebody delete. */
export interface RoleReach {
  readonly deletes: readonly Target[];
  /** It names resources by a star: more than anybody listed. */
  readonly isWild: boolean;
  /** The rule that allows most of it. */
  readonly at: SourceRange;
}

/** What deleting a resource takes away, by resource and API group; `''` is the core group. */
const losses: readonly (readonly [resource: string, group: string, target: Target])[] = [
  ['persistentvolumeclaims', '', 'volume'],
  ['persistentvolumes', '', 'volume'],
  ['namespaces', '', 'environment'],
  ['customresourcedefinitions', 'apiextensions.k8s.io', 'environment'],
  ['clusters', 'postgresql.cnpg.io', 'database'],
  ['postgresqls', 'acid.zalan.do', 'database'],
  ['perconaservermongodbs', 'psmdb.percona.com', 'database'],
  ['perconaxtradbclusters', 'pxc.percona.com', 'database'],
  ['perconapgclusters', 'pgv2.percona.com', 'database'],
  ['postgresclusters', 'postgres-operator.crunchydata.com', 'database'],
  ['kafkas', 'kafka.strimzi.io', 'queue'],
  ['volumesnapshots', 'snapshot.storage.k8s.io', 'backup'],
  ['volumesnapshotcontents', 'snapshot.storage.k8s.io', 'backup'],
  ['backups', 'velero.io', 'backup'],
  ['backups', 'postgresql.cnpg.io', 'backup'],
  ['backups', 'longhorn.io', 'backup'],
];

const deletingVerbs = new Set(['delete', 'deletecollection', '*']);

/** Reads the rules of a role; `null` where it lets nobody delete what matters. */
export function reachOfRules(role: DataNode): RoleReach | null {
  const deletes = new Set<Target>();
  let widest: { readonly at: SourceRange; readonly count: number } | null = null;
  let isWild = false;
  for (const rule of items(at(role, 'rules'))) {
    const verbs = words(at(rule, 'verbs'));
    // A rule for things by their names is as narrow as they are.
    if (
      !verbs.some((verb) => deletingVerbs.has(verb)) ||
      items(at(rule, 'resourceNames')).length > 0
    ) {
      continue;
    }
    const resources = words(at(rule, 'resources'));
    const groups = words(at(rule, 'apiGroups'));
    const lost = losses.filter(
      ([resource, group]) => has(resources, resource) && has(groups, group),
    );
    for (const [, , target] of lost) deletes.add(target);
    if (lost.length > 0 && resources.includes('*')) isWild = true;
    if (lost.length > (widest?.count ?? 0)) {
      widest = { at: at(rule, 'resources')?.at ?? rule.at, count: lost.length };
    }
  }
  return widest === null ? null : { deletes: [...deletes], isWild, at: widest.at };
}

function has(names: readonly string[], name: string): boolean {
  return names.includes('*') || names.includes(name);
}

function words(node: DataNode | undefined): readonly string[] {
  return items(node).flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
}

/** Of the roles that every cluster has the one that may do everything. */
export const clusterAdmin: Omit<RoleReach, 'at'> = {
  deletes: ['volume', 'database', 'environment', 'backup'],
  isWild: true,
};
