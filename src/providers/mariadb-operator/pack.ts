import { definePack } from '../../model/pack.ts';

/** MariaDB Operator, which runs MariaDB in a cluster. */
export const pack = definePack({
  id: 'mariadb-operator',
  title: 'MariaDB Operator',
  resources: () => import('./resources.ts'),
});
