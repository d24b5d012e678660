import { definePack } from '../../model/pack.ts';

/** Zalando's operator, which runs PostgreSQL in a cluster. */
export const pack = definePack({
  id: 'zalando-postgres',
  title: 'Zalando Postgres Operator',
  resources: () => import('./resources.ts'),
});
