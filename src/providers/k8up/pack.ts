import { definePack } from '../../model/pack.ts';

/** K8up, which copies the volumes of a namespace with restic. */
export const pack = definePack({
  id: 'k8up',
  title: 'K8up',
  resources: () => import('./resources.ts'),
});
