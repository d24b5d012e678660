import type { Collector } from '../../model/plugin.ts';

const hints = [
  'ClusterRoleBinding',
  'kind: RoleBinding',
  'kind: "RoleBinding"',
  'kind: ClusterRole',
];

/**
 * Roles of Kubernetes and who they are bound to: what a service account or a group may delete in the cluster.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/ (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'kubernetes-rbac',
  emits: ['Principal', 'Environment', 'FailureDomain', 'Relation'],
  files: [
    { glob: '**/*.yaml', format: 'yaml', hints },
    { glob: '**/*.yml', format: 'yaml', hints },
  ],
  // A binding names a role of any file.
  group: (files) => (files.length === 0 ? [] : [files]),
  load: () => import('./collect.ts'),
};
