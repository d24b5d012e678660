import { definePack } from '../../model/pack.ts';

/** Strimzi, an operator that runs Kafka in a cluster. */
export const pack = definePack({
  id: 'strimzi',
  title: 'Strimzi',
  resources: () => import('./resources.ts'),
});
