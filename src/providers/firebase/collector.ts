import type { Collector } from '../../model/plugin.ts';

/**
 * Reads which project each alias of `.firebaserc` is.
 * @see https://firebase.google.com/docs/cli#project_aliases
 */
export const collector: Collector = {
  id: 'firebase-aliases',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: [{ glob: '**/.firebaserc', format: 'json' }],
  load: () => import('./collect.ts'),
};
