import { at, items } from '../../model/document.ts';
import {
  type Environment,
  entityKey,
  type Fact,
  type FailureDomain,
  type Principal,
  type Relation,
} from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf, type SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import { tierOfPath } from '../../recognize/tier.ts';
import { nameAt, type RbacObject, rbacObjects, roleOf } from './objects.ts';
import { clusterAdmin, type RoleReach, reachOfRules } from './rules.ts';

/** One principal for each subject that a binding lets delete data. */
export const collect: Collect = (unit) => {
  const objects = rbacObjects(unit);
  return objects
    .filter(({ kind }) => kind === 'ClusterRoleBinding' || kind === 'RoleBinding')
    .flatMap((binding) => {
      const reach = reachOf(binding, objects);
      if (reach === null) return [];
      return subjectsOf(binding).flatMap((subject) => factsOf(subject, binding, reach));
    });
};

function reachOf(binding: RbacObject, objects: readonly RbacObject[]): RoleReach | null {
  const reference = at(binding.node, 'roleRef', 'name');
  if (reference === undefined) return null;
  if (nameAt(binding.node, 'roleRef', 'name') === 'cluster-admin') {
    return { ...clusterAdmin, at: reference.at };
  }
  const role = roleOf(binding, objects);
  return role === undefined ? null : reachOfRules(role.node);
}

interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
}

function subjectsOf(binding: RbacObject): readonly Subject[] {
  return items(at(binding.node, 'subjects')).flatMap((node) => {
    const kind = nameAt(node, 'kind');
    const name = nameAt(node, 'name');
    if (kind === null || name === null || isOwn(name)) return [];
    return [{ kind, name, namespace: nameAt(node, 'namespace') ?? binding.namespace }];
  });
}

/** Names that the cluster itself uses; groups that hold everybody are not its own. */
function isOwn(name: string): boolean {
  return (
    name.startsWith('system:') &&
    !/^system:(?:authenticated|unauthenticated|serviceaccounts)/.test(name)
  );
}

/** Programs whose work is to apply what a repository says, or to keep data: what they may do follows from what they are for. */
const deployers = new Set(
  'argocd argo flux fluxcd fleet tiller rancher cattle crossplane velero operator controller manager helm capi olm kyverno'.split(
    ' ',
  ),
);

const narrower =
  'Bind it to a role that names its resources, without delete on claims, volumes, namespaces and snapshots';

function factsOf(subject: Subject, binding: RbacObject, reach: RoleReach): readonly Fact[] {
  const isWhole = binding.kind === 'ClusterRoleBinding';
  const isDeployer = nameTokens(subject.name).some((word) => deployers.has(word));
  const folder = folderOf(binding.file);
  const principal: Principal = {
    kind: 'Principal',
    ...base(
      `k8s:${binding.file}#${binding.kind}/${binding.name}/${subject.kind}/${subject.namespace ?? ''}/${subject.name}`,
      subject.name,
      reach.at,
    ),
    // What a list of resources is for, the manifest does not say.
    confidence: reach.isWild ? 'high' : 'low',
    provider: 'kubernetes',
    title: titles[subject.kind] ?? 'Kubernetes subject',
    scope: written(isWhole ? 'account' : 'environment', binding.at),
    actions: written(reach.isWild ? ['read', 'write', 'delete', 'admin'] : ['delete'], reach.at),
    deletes: written(reach.deletes, reach.at),
    // Whoever merges what a deployer applies may be asked by somebody.
    confirms: isDeployer ? unknown('external', binding.at) : written(false, binding.at),
    ...usedBy(subject, isDeployer),
    narrower,
  };
  const place = `${folder === '' ? 'this repository' : folder}`;
  const cluster: FailureDomain = {
    kind: 'FailureDomain',
    ...base(`k8s:cluster/${folder}`, `the cluster of ${place}`, binding.at),
    implied: true,
    level: 'account',
  };
  const environment: Environment = {
    kind: 'Environment',
    ...base(`environment:k8s-cluster/${folder}`, `cluster of ${place}`, binding.at),
    tier: tierOfPath(binding.file) ?? 'unknown',
  };
  return [
    principal,
    { ...principal, at: binding.at, implied: true },
    cluster,
    environment,
    relation(principal.key, 'placed-in', cluster.key, `${binding.name} binds it there`, binding.at),
    relation(cluster.key, 'in', environment.key, `${place} is applied to it`, binding.at),
  ];
}

const titles: Readonly<Record<string, string>> = {
  ServiceAccount: 'Kubernetes service account',
  Group: 'Kubernetes group',
  User: 'Kubernetes user',
};

function usedBy({ kind, name }: Subject, isDeployer: boolean): Partial<Pick<Principal, 'usedBy'>> {
  if (isDeployer) return { usedBy: 'pipeline' };
  if (kind === 'ServiceAccount' || name.startsWith('system:')) return { usedBy: 'program' };
  return kind === 'Group' || kind === 'User' ? { usedBy: 'people' } : {};
}

function base(key: string, name: string, at: SourceRange) {
  return {
    key: entityKey(key),
    aliases: [] as const,
    name,
    at,
    collector: 'kubernetes-rbac',
    implied: false,
    confidence: 'high' as const,
  };
}

function relation(
  from: Relation['from'],
  rel: Relation['rel'],
  to: Relation['to'],
  because: string,
  at: SourceRange,
): Relation {
  return { kind: 'Relation', rel, from, to, actions: [], because, at, confidence: 'high' };
}
