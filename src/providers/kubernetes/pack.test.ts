import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['kubectl delete pvc data', 'volume'],
  ['kubectl --context prod -n db delete pvc data --wait=false', 'volume'],
  ['kubectl delete pvc data --dry-run=server', 'nothing'],
  ['kubectl delete pvc data --dry-run=none', 'volume'],
  ['kubectl delete pvc data -i', 'nothing'],
  ['kubectl delete ns shop', 'environment'],
  ['oc delete project shop', 'environment'],
  ['kubectl delete sts db', 'service'],
  ['kubectl delete crd clusters.postgresql.cnpg.io', 'anything'],
  ['kubectl delete clusters.postgresql.cnpg.io shop', 'database'],
  ['kubectl delete all --all -n shop', 'service'],
  ['kubectl delete pod web-1', 'nothing'],
  ['kubectl delete pod web-1 --force --grace-period=0', 'nothing'],
  ['kubectl delete -f k8s.yaml', 'anything'],
  ['kubectl delete -k overlays/production', 'anything'],
  ['kustomize build . | kubectl delete -f -', 'anything'],
  ['kubectl get pvc', 'nothing'],
  ['kubectl apply -f k8s.yaml', 'nothing'],
  ['kubectl apply -f k8s.yaml --prune --all', 'anything'],
  ['kubectl replace --force -f k8s.yaml', 'anything'],
  ['kubectl drain node --delete-emptydir-data --force', 'files'],
  ['kubectl drain node', 'nothing'],
  ['oc adm prune images --confirm', 'files'],
  ['oc adm prune images', 'nothing'],
  ['helm uninstall shop', 'service'],
  ['helm -n shop del shop', 'service'],
  ['helm uninstall shop --dry-run', 'nothing'],
  ['helm upgrade --install shop .', 'nothing'],
  ['helmfile -e production destroy', 'service'],
  ['helmfile -i destroy', 'nothing'],
  ['argocd app delete shop', 'service, asks'],
  ['argocd app delete shop -y', 'service'],
  ['argocd app delete shop -y --cascade=false', 'nothing'],
  ['argocd app sync shop --prune', 'anything'],
  ['argocd app sync shop', 'nothing'],
  ['flux delete kustomization shop', 'service, asks'],
  ['flux delete hr shop --silent', 'service'],
  ['velero backup delete nightly --confirm', 'backup'],
  ['velero schedule delete --all', 'backup, asks'],
  ['etcdctl del --prefix ""', 'database'],
  ['etcdctl del /a/key', 'nothing'],
  ['kubeadm reset -f', 'environment'],
  ['kops delete cluster shop --yes', 'environment'],
  ['kops delete cluster shop', 'nothing'],
  ['kind delete cluster', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows a kubeconfig by its first bytes', () => {
  const config = `apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    token: ${'t'.repeat(80)}\n`;
  expect(knowledge.credentialByValue(btoa(config))?.spec.id).toBe('kubeconfig');
  expect(knowledge.credentialByValue(btoa('apiVersion: v1'))).toBeUndefined();
  expect(knowledge.credentialByName('KUBECONFIG')).toBeUndefined();
});

it.each([
  ['kubernetes-mcp-server@latest', 'containers'],
  ['mcp-server-kubernetes', 'flux159'],
  ['ghcr.io/alexei-led/k8s-mcp-server:latest', 'alexei-led'],
  ['argocd-mcp@latest', 'argocd'],
  ['kubernetes-mcp', undefined],
])('MCP server %s', (name, id) => {
  expect(knowledge.mcp(name)?.spec.id).toBe(id);
});

it('knows the calls a pod may send', () => {
  const claim = 'https://kubernetes.default.svc/api/v1/namespaces/shop/persistentvolumeclaims/data';
  expect(httpOperation('DELETE', claim, knowledge)?.spec.destroys).toBe('volume');
  expect(httpOperation('GET', claim, knowledge)).toBeUndefined();
});

it('takes the name of a service for another machine in every cluster', () => {
  expect(knowledge.host('db.shop.svc.cluster.local')?.spec.environmentLocal).toBe(true);
});
