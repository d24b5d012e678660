import { definePack } from '../../model/pack.ts';

/** What Spacelift is set up to do by itself. */
export const pack = definePack({
  id: 'spacelift',
  title: 'Spacelift',
  resources: () => import('./resources.ts'),
});
