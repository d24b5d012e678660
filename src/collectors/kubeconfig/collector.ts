import type { Collector } from '../../model/plugin.ts';

const hints = ['clusters:', '"clusters"'];
const names = [
  'kubeconfig',
  '*.kubeconfig',
  'kubeconfig.{yaml,yml,conf,json}',
  '.kubeconfig',
  '*-kubeconfig',
  'admin.conf',
  'super-admin.conf',
];

/** Kubernetes client settings: which user signs in to which cluster, and how. */
export const collector: Collector = {
  id: 'kubeconfig',
  emits: ['Credential', 'Environment', 'Relation'],
  files: [
    ...names.map((name) => ({ glob: `**/${name}`, format: 'yaml', hints, evenIfIgnored: true })),
    { glob: '**/.kube/config', format: 'yaml', hints, evenIfIgnored: true },
    ...['**/*.yaml', '**/*.yml', '**/.kube/*'].map((glob) => ({
      glob,
      format: 'yaml',
      hints: ['client-key-data:', 'client-certificate-data:', 'certificate-authority-data:'],
    })),
    { glob: '~/.kube/config', format: 'yaml', hints },
    { glob: '~/.kube/*.{yaml,yml,conf}', format: 'yaml', hints },
  ],
  load: () => import('./collect.ts'),
};
