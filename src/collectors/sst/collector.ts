import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { byApp } from './group.ts';

/** What scripts mention that make something of SST's. */
const hints = ['sst.', '@pulumi/', 'new aws.', '$app', '$transform', 'stage'];

/**
 * Apps of SST (version 3): what each stage makes, with the removal policy and the protection that `sst.config.ts` gives it.
 * @see https://sst.dev/docs/reference/config/ (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'sst',
  emits: resourceKinds,
  files: [
    { glob: '**/sst.config.ts', format: 'text' },
    { glob: '**/*.ts', format: 'text', hints },
    { glob: '**/*.mts', format: 'text', hints },
  ],
  group: byApp,
  readsResources: true,
  load: () => import('./collect.ts'),
};
