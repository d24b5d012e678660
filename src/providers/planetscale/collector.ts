import type { Collector } from '../../model/plugin.ts';

/**
 * Reads which database and branch the command line works on in this folder.
 * @see https://planetscale.com/docs/cli/configuration
 */
export const collector: Collector = {
  id: 'planetscale-config',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: [{ glob: '**/.pscale.yml', format: 'yaml', hints: ['database'] }],
  load: () => import('./collect.ts'),
};
