import type { Collector } from '../../model/plugin.ts';

/**
 * Reads the variables that `vercel.json` writes out for every deployment, previews included.
 * @see https://vercel.com/docs/project-configuration
 */
export const collector: Collector = {
  id: 'vercel-config',
  emits: ['Environment', 'DataStore', 'Credential', 'FailureDomain', 'Weakness', 'Relation'],
  files: [{ glob: '**/vercel.json', format: 'json', hints: ['"env"'] }],
  load: () => import('./collect.ts'),
};
