import type { Collector } from '../../model/plugin.ts';

const hints = [
  'kind: CronJob',
  'kind: "CronJob"',
  'apiVersion: argoproj.io/',
  'apiVersion: tekton.dev/',
];

/** What a cluster starts by itself or on demand: cron jobs, workflows of Argo, tasks of Tekton, and what their containers destroy. */
export const collector: Collector = {
  id: 'cluster-jobs',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: ['yaml', 'yml'].map((end) => ({ glob: `**/*.${end}`, format: 'yaml', hints })),
  load: () => import('./collect.ts'),
};
