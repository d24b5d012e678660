import { definePack } from '../../model/pack.ts';

/** What env zero is set up to do by itself. */
export const pack = definePack({
  id: 'env0',
  title: 'env zero',
  resources: () => import('./resources.ts'),
});
