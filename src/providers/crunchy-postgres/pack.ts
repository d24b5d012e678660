import { definePack } from '../../model/pack.ts';

/** Crunchy's operator, which runs PostgreSQL in a cluster. */
export const pack = definePack({
  id: 'crunchy-postgres',
  title: 'Crunchy Postgres for Kubernetes',
  resources: () => import('./resources.ts'),
});
