import { definePack } from '../../model/pack.ts';

/** Percona's operators, which run PostgreSQL, MySQL and MongoDB in a cluster. */
export const pack = definePack({
  id: 'percona',
  title: 'Percona Operators',
  resources: () => import('./resources.ts'),
});
