import type { CommandNaming, CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const docs = 'https://kubernetes.io/docs/reference/kubectl/generated';
const targets = ['KUBECONFIG'];
/** `--dry-run=none` runs, so the harmless values are named; `-i` asks about each object. */
const dryRun = ['--dry-run client|--dry-run server', '--interactive|-i'];

/** The words of all these tools name objects, and `-n` the namespace they are in. */
const naming: CommandNaming = {
  within: ['-n', '--namespace', '--kube-namespace'],
  names: ['-f', '--filename', '-k', '--kustomize'],
  valued: [
    '--context',
    '--kube-context',
    '--kubeconfig',
    '--cluster',
    '-l',
    '--selector',
    '--field-selector',
    '--timeout',
    '--grace-period',
    '--cascade',
    '-o',
    '--output',
    '--request-timeout',
    '--user',
    '-s',
    '--server',
    '--token',
    '--as',
  ],
};

const kubectl = commandsOf(
  'kubectl|oc',
  { source: `${docs}/kubectl_delete/`, checkedOn },
  { harmlessWith: dryRun, targets, naming, safeVariant: 'kubectl delete --dry-run=server' },
);
const replacing = commandsOf(
  'kubectl|oc',
  { source: `${docs}/kubectl_replace/`, checkedOn },
  {
    harmlessWith: ['--dry-run client|--dry-run server'],
    targets,
    naming,
    safeVariant: 'kubectl diff',
  },
);

const databaseResources = [
  'cluster.postgresql.cnpg.io|clusters.postgresql.cnpg.io',
  'postgresql.acid.zalan.do|postgresqls.acid.zalan.do',
  'perconaservermongodb|perconaservermongodbs|psmdb',
  'perconapgcluster|perconapgclusters',
  'perconaxtradbcluster|perconaxtradbclusters|pxc',
  'innodbcluster|innodbclusters|ic',
  'kafka|kafkas|kafka.kafka.strimzi.io|kafkas.kafka.strimzi.io',
].join('|');

/** kubectl deletes at once; whether a disk goes with its claim is decided by the reclaim policy, which is Delete for most storage classes. */
const objects: readonly CommandSpec[] = [
  kubectl('delete namespace|namespaces|ns|project|projects', 'environment', {
    safeVariant: 'kubectl get all,pvc --namespace',
    recovery: 'only volumes with the reclaim policy Retain stay',
  }),
  kubectl('delete pvc|persistentvolumeclaim|persistentvolumeclaims', 'volume', {
    recovery: 'only a volume with the reclaim policy Retain stays',
  }),
  kubectl('delete pv|persistentvolume|persistentvolumes', 'volume', {
    recovery: 'only a volume with the reclaim policy Retain stays',
  }),
  kubectl('delete statefulset|statefulsets|sts', 'service', {
    recovery: 'its volume claims stay unless its retention policy deletes them',
  }),
  kubectl('delete crd|crds|customresourcedefinition|customresourcedefinitions', 'anything', {
    source:
      'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/',
  }),
  kubectl(`delete ${databaseResources}`, 'database'),
  kubectl('delete volumesnapshot|volumesnapshots|volumesnapshotcontent|vs', 'backup'),
  kubectl('delete backups.velero.io|backup.velero.io', 'backup'),
  kubectl('delete secret|secrets', 'files'),
  kubectl('delete all', 'service', {
    onlyWith: ['--all|-l|--selector'],
    recovery: 'volume claims and secrets are not part of "all"',
  }),
  kubectl('delete', 'anything', { onlyWith: ['-f|--filename|-k|--kustomize'] }),
  replacing('replace', 'anything', { onlyWith: ['--force'] }),
  replacing('apply', 'anything', {
    onlyWith: ['--prune'],
    source: `${docs}/kubectl_apply/`,
  }),
  replacing('drain', 'files', {
    onlyWith: ['--delete-emptydir-data|--delete-local-data'],
    source: `${docs}/kubectl_drain/`,
    safeVariant: 'kubectl drain --dry-run=server',
  }),
  commandsOf('oc', {
    source:
      'https://docs.okd.io/latest/cli_reference/openshift_cli/administrator-cli-commands.html',
    checkedOn,
  })('adm prune', 'files', { onlyWith: ['--confirm'], targets }),
];

const helm = commandsOf(
  'helm',
  { source: 'https://helm.sh/docs/helm/helm_uninstall/', checkedOn },
  { harmlessWith: ['--dry-run'], targets, naming },
);
const helmfile = commandsOf('helmfile', {
  source: 'https://helmfile.readthedocs.io/en/latest/',
  checkedOn,
});

const releases: readonly CommandSpec[] = [
  helm('uninstall|delete|del|un', 'service', {
    safeVariant: 'helm uninstall --dry-run',
    recovery: 'resources annotated with helm.sh/resource-policy: keep stay',
  }),
  helm('upgrade', 'service', {
    onlyWith: ['--force|--force-replace'],
    safeVariant: 'helm upgrade --dry-run',
    source: 'https://helm.sh/docs/helm/helm_upgrade/',
  }),
  helmfile('destroy|delete', 'service', {
    harmlessWith: ['--interactive|-i'],
    targets,
    safeVariant: 'helmfile diff',
  }),
  commandsOf('skaffold', { source: 'https://skaffold.dev/docs/references/cli/', checkedOn })(
    'delete',
    'service',
    { harmlessWith: ['--dry-run'], targets, safeVariant: 'skaffold delete --dry-run' },
  ),
];

const argocd = commandsOf('argocd', {
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/commands/argocd/',
  checkedOn,
});
const flux = commandsOf(
  'flux',
  { source: 'https://fluxcd.io/flux/cmd/', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--silent|-s'], targets },
);

const gitops: readonly CommandSpec[] = [
  argocd('app delete', 'service', {
    asks: 'unless-flag',
    skipsPrompt: ['--yes|-y'],
    harmlessWith: ['--cascade false'],
    safeVariant: 'argocd app resources',
  }),
  argocd('appset delete', 'environment', {
    asks: 'unless-flag',
    skipsPrompt: ['--yes|-y'],
    safeVariant: 'argocd appset get',
  }),
  argocd('app sync', 'anything', {
    onlyWith: ['--prune|--replace'],
    harmlessWith: ['--dry-run'],
    safeVariant: 'argocd app diff',
  }),
  flux('delete kustomization|ks|helmrelease|hr', 'service', {
    safeVariant: 'flux tree kustomization',
  }),
  flux('uninstall', 'files', {
    harmlessWith: ['--dry-run'],
    safeVariant: 'flux uninstall --dry-run',
    recovery: 'what it has reconciled stays',
  }),
];

const velero = commandsOf(
  'velero',
  { source: 'https://velero.io/docs/main/', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--confirm'], targets },
);
const etcd = commandsOf('etcdctl', {
  source: 'https://github.com/etcd-io/etcd/blob/main/etcdctl/README.md',
  checkedOn,
});

const clusters: readonly CommandSpec[] = [
  velero('backup delete', 'backup', { safeVariant: 'velero backup get' }),
  velero('delete backup', 'backup', { safeVariant: 'velero backup get' }),
  velero('schedule delete', 'backup', {
    safeVariant: 'velero schedule get',
    recovery: 'backups it has made stay',
  }),
  etcd('del', 'database', {
    onlyWith: ['--prefix|--from-key'],
    targets: ['ETCDCTL_ENDPOINTS'],
    safeVariant: 'etcdctl get --prefix --keys-only',
  }),
  commandsOf('kubeadm', {
    source: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-reset/',
    checkedOn,
  })('reset', 'environment', {
    asks: 'unless-flag',
    skipsPrompt: ['--force|-f'],
    harmlessWith: ['--dry-run'],
    safeVariant: 'kubeadm reset --dry-run',
  }),
  commandsOf('eksctl', { source: 'https://docs.aws.amazon.com/eks/latest/eksctl/', checkedOn })(
    'delete cluster',
    'environment',
    { safeVariant: 'eksctl get cluster' },
  ),
  commandsOf('kops', { source: 'https://kops.sigs.k8s.io/cli/kops_delete_cluster/', checkedOn })(
    'delete cluster',
    'environment',
    { onlyWith: ['--yes|-y'], safeVariant: 'kops delete cluster' },
  ),
  commandsOf('vcluster', {
    source: 'https://www.vcluster.com/docs/vcluster/cli/vcluster_delete',
    checkedOn,
  })('delete', 'environment', { targets, safeVariant: 'vcluster list' }),
];

/** Destructive commands of kubectl and of the tools around a cluster. */
export const commands: readonly CommandSpec[] = [...objects, ...releases, ...gitops, ...clusters];
