import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import { refineServiceAccountToken } from './refine.ts';

const checkedOn = '2026-11-21';
const docs = 'https://kubernetes.io/docs';
const credential = credentialsOf({
  source: `${docs}/reference/access-authn-authz/authentication/`,
  checkedOn,
});

/** Credentials of a cluster. What they may do stands in RBAC bindings, except that a client certificate of `system:masters` may do everything. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'kubeconfig',
    title: 'kubeconfig with its credentials',
    env: ['KUBE_CONFIG_DATA', 'KUBECONFIG_BASE64', 'KUBECONFIG_DATA', 'KUBE_CONFIG'],
    prefixes: ['YXBpVmVyc2lvbj'],
    shape: /YXBpVmVyc2lvbj[A-Za-z0-9+/=\s]{100,8000}/,
    scope: null,
    actions: null,
    narrower:
      'Sign in through an exec plugin or OIDC, as a service account without delete on claims, volumes and namespaces',
    source: `${docs}/concepts/configuration/organize-cluster-access-kubeconfig/`,
  }),
  credential({
    id: 'service-account-token',
    title: 'Kubernetes bearer token',
    env: ['KUBE_TOKEN', 'K8S_TOKEN', 'KUBERNETES_TOKEN', 'KUBE_BEARER_TOKEN'],
    headers: ['authorization'],
    scope: null,
    actions: null,
    narrower:
      'Mint it with kubectl create token --duration, for a service account that is bound to the role view',
    refine: refineServiceAccountToken,
  }),
  credential({
    id: 'argocd-token',
    title: 'Argo CD token',
    env: ['ARGOCD_AUTH_TOKEN', 'ARGOCD_API_TOKEN'],
    scope: null,
    actions: null,
    narrower: 'Use a token of a project role that may only get and sync its applications',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
  }),
];
