import { definePack } from '../../model/pack.ts';

/** VolSync, which copies the volumes of claims. */
export const pack = definePack({
  id: 'volsync',
  title: 'VolSync',
  resources: () => import('./resources.ts'),
});
