import { definePack } from '../../model/pack.ts';

/** Longhorn, which keeps volumes on the nodes of a cluster, and copies them. */
export const pack = definePack({
  id: 'longhorn',
  title: 'Longhorn',
  resources: () => import('./resources.ts'),
});
