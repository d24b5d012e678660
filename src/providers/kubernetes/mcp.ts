import type { McpSpec } from '../../model/knowledge.ts';
import { mcpServersOf, mcpSwitch } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const github = 'https://github.com';
const server = mcpServersOf({ source: github, checkedOn });
const role = 'with a service account that is bound to the role view';

/** MCP servers that act on a cluster with a kubeconfig or a token. */
export const mcp: readonly McpSpec[] = [
  server({
    id: 'containers',
    title: 'Kubernetes MCP server (containers)',
    packages: [
      'kubernetes-mcp-server',
      'quay.io/containers/kubernetes_mcp_server',
      'ghcr.io/containers/kubernetes-mcp-server',
    ],
    destructiveTools: [
      'resources_delete',
      'pods_delete',
      'pods_exec',
      'resources_create_or_update',
      'resources_scale',
      'helm_uninstall',
      'helm_install',
    ],
    readOnly: [mcpSwitch('--read-only')],
    narrowedBy: [mcpSwitch('--disable-destructive')],
    narrower: `Start it with --read-only, ${role}`,
    source: `${github}/containers/kubernetes-mcp-server`,
  }),
  server({
    // ALLOW_ONLY_NON_DESTRUCTIVE_TOOLS still leaves exec_in_pod and Helm templates, so it confines nothing.
    id: 'flux159',
    title: 'Kubernetes MCP server (mcp-server-kubernetes)',
    packages: ['mcp-server-kubernetes'],
    destructiveTools: [
      'kubectl_delete',
      'kubectl_generic',
      'kubectl_apply',
      'kubectl_patch',
      'kubectl_scale',
      'exec_in_pod',
      'uninstall_helm_chart',
      'cleanup',
      'cleanup_pods',
      'node_management',
    ],
    readOnly: [mcpSwitch('ALLOW_ONLY_READONLY_TOOLS=true')],
    narrower: `Set ALLOW_ONLY_READONLY_TOOLS=true, ${role}`,
    source: `${github}/Flux159/mcp-server-kubernetes`,
  }),
  server({
    id: 'alexei-led',
    title: 'K8s MCP server (kubectl, helm, istioctl and argocd as text)',
    packages: ['ghcr.io/alexei-led/k8s-mcp-server'],
    destructiveTools: ['execute_kubectl', 'execute_helm', 'execute_argocd'],
    narrower: `Leave K8S_MCP_SECURITY_MODE at strict, ${role}`,
    source: `${github}/alexei-led/k8s-mcp-server`,
  }),
  server({
    id: 'rohitg00',
    title: 'kubectl MCP server',
    packages: ['kubectl-mcp-server'],
    destructiveTools: [
      'delete_resource',
      'exec_in_pod',
      'uninstall_helm_chart',
      'cleanup_pods',
      'delete_backup',
      'create_restore',
    ],
    readOnly: [mcpSwitch('--read-only')],
    narrowedBy: [mcpSwitch('--disable-destructive'), mcpSwitch('--non-destructive')],
    narrower: `Start it with --read-only, ${role}`,
    source: `${github}/rohitg00/kubectl-mcp-server`,
  }),
  server({
    id: 'argocd',
    title: 'Argo CD MCP server',
    packages: ['argocd-mcp'],
    destructiveTools: ['delete_application', 'sync_application', 'run_resource_action'],
    readOnly: [mcpSwitch('MCP_READ_ONLY=true')],
    narrower: 'Set MCP_READ_ONLY=true, with a token of a role that may only get applications',
    source: `${github}/argoproj-labs/mcp-for-argocd`,
  }),
];
