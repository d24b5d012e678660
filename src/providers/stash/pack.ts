import { definePack } from '../../model/pack.ts';

/** Stash and its successor KubeStash, which copy volumes, workloads and databases with restic. */
export const pack = definePack({
  id: 'stash',
  title: 'Stash',
  resources: () => import('./resources.ts'),
});
