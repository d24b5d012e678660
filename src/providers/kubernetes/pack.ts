import type { ApiSpec, HostSpec } from '../../model/knowledge.ts';
import { definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';
import { mcp } from './mcp.ts';

const checkedOn = '2026-11-21';
const operation = operationsOf({
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  checkedOn,
});
const namespace = '/api/v1/namespaces/{namespace}';

/** Only the names that a cluster has inside itself: from outside every API server has its own. */
const api: ApiSpec = {
  hosts: ['kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'],
  operations: [
    operation(`DELETE ${namespace}`, 'environment'),
    operation(`DELETE ${namespace}/persistentvolumeclaims`, 'volume'),
    operation(`DELETE ${namespace}/persistentvolumeclaims/{name}`, 'volume'),
    operation('DELETE /api/v1/persistentvolumes', 'volume'),
    operation('DELETE /api/v1/persistentvolumes/{name}', 'volume'),
    operation(`DELETE /apis/apps/v1/namespaces/{namespace}/statefulsets/{name}`, 'service', {
      recovery: 'its volume claims stay unless its retention policy deletes them',
    }),
    operation('DELETE /apis/apiextensions.k8s.io/v1/customresourcedefinitions/{name}', 'anything'),
  ],
};

/** Names of services: the same name is another database in every cluster and namespace. */
const hosts: readonly HostSpec[] = ['.svc.cluster.local', '.svc'].map((suffix) => ({
  suffix,
  environmentLocal: true,
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  checkedOn,
}));

/** Everything known about Kubernetes and the tools around it. */
export const pack = definePack({
  id: 'kubernetes',
  title: 'Kubernetes',
  credentials,
  commands,
  api,
  mcp,
  hosts,
  collectors: [
    toolingCollector('kubernetes', 'Kubernetes', {
      files: [
        { glob: '**/kustomization.yaml' },
        { glob: '**/kustomization.yml' },
        { glob: '**/Chart.yaml' },
        { glob: '**/helmfile.yaml' },
        { glob: '**/helmfile.yml' },
        { glob: '**/skaffold.yaml' },
        { glob: '**/Tiltfile' },
        { glob: '**/*.tf', hints: ['provider "kubernetes"', 'provider "helm"'] },
      ],
      npm: ['@kubernetes/client-node', 'cdk8s'],
      python: ['kubernetes'],
      others: ['k8s.io/client-go', 'sigs.k8s.io/controller-runtime', 'KubernetesClient'],
    }),
  ],
});
