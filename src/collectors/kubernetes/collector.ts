import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { wholeTree } from './group.ts';

/** Kinds that keep data, run what keeps it, copy it, or say where something is deployed. All else is left unread. */
const kinds = [
  'PersistentVolume',
  'StorageClass',
  'StatefulSet',
  'Deployment',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'Secret',
  'ConfigMap',
  'VolumeSnapshot',
  'Kustomization',
  'HelmRelease',
  'Application',
];
/** API groups of operators that keep or copy data. A group instead of a kind: the definition of a custom kind names the kind too. */
const groups = [
  'postgresql.cnpg.io/',
  'barmancloud.cnpg.io/',
  'acid.zalan.do/',
  'postgres-operator.crunchydata.com/',
  'pgv2.percona.com/',
  'psmdb.percona.com/',
  'pxc.percona.com/',
  'ps.percona.com/',
  'mongodbcommunity.mongodb.com/',
  'mongodb.com/',
  'kafka.strimzi.io/',
  'elasticsearch.k8s.elastic.co/',
  'velero.io/',
  'longhorn.io/',
  'k8up.io/',
  'stash.appscode.com/',
  'core.kubestash.com/',
  'storage.kubestash.com/',
  'volsync.backube/',
  'mysql.oracle.com/',
  'k8s.mariadb.com/',
  'rabbitmq.com/',
  'redis.redis.opstreelabs.in/',
  'clickhouse.altinity.com/',
  'minio.min.io/',
  'apiextensions.crossplane.io/',
];
/** What only objects of Crossplane say: those that stand for a thing of a vendor, and claims of such. */
const crossplane = ['forProvider:', 'compositionRef:', 'compositionSelector:'];
const hints = [
  ...kinds.flatMap((kind) => [`kind: ${kind}`, `kind: "${kind}"`]),
  // Not the accounts and monitors whose kinds begin alike.
  'kind: Service\n',
  'kind: Service\r',
  ...groups.map((group) => `apiVersion: ${group}`),
  ...crossplane,
];

/**
 * Manifests of Kubernetes objects, kustomize overlays and charts: the volumes that databases write to, the environments that share one, and the
 * copies that are kept beside what they protect.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/ (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'kubernetes',
  emits: ['Workload', ...resourceKinds],
  readsResources: true,
  files: [
    // Kustomize finds these by their name, and many say neither kind nor version.
    { glob: '**/kustomization.yaml', format: 'yaml' },
    { glob: '**/kustomization.yml', format: 'yaml' },
    { glob: '**/Chart.yaml', format: 'yaml' },
    { glob: '**/Chart.yml', format: 'yaml' },
    { glob: '**/*values*.yaml', format: 'yaml' },
    { glob: '**/*values*.yml', format: 'yaml' },
    ...['values', 'env', 'envs', 'environments'].map(
      (folder) => ({ glob: `**/${folder}/*.yaml`, format: 'yaml' }) as const,
    ),
    // Patches of single fields name no kind.
    { glob: '**/*.yaml', format: 'yaml', hints: [...hints, '- op:'] },
    { glob: '**/*.yml', format: 'yaml', hints: [...hints, '- op:'] },
  ],
  group: wholeTree,
  load: () => import('./collect.ts'),
};
