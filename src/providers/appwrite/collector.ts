import type { Collector } from '../../model/plugin.ts';

/**
 * Reads which project the command line pushes to.
 * @see https://appwrite.io/docs/tooling/command-line/installation
 */
export const collector: Collector = {
  id: 'appwrite-config',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: ['**/appwrite.json', '**/appwrite.config.json'].map(
    (glob) => ({ glob, format: 'json', hints: ['"projectId"'] }) as const,
  ),
  load: () => import('./collect.ts'),
};
