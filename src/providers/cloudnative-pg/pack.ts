import { definePack } from '../../model/pack.ts';

/** CloudNativePG, an operator that runs PostgreSQL in a cluster. */
export const pack = definePack({
  id: 'cloudnative-pg',
  title: 'CloudNativePG',
  resources: () => import('./resources.ts'),
});
