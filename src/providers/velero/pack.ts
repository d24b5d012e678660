import { definePack } from '../../model/pack.ts';

/** Velero, which copies the objects and volumes of a cluster. */
export const pack = definePack({
  id: 'velero',
  title: 'Velero',
  resources: () => import('./resources.ts'),
});
