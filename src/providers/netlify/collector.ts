import type { Collector } from '../../model/plugin.ts';

/**
 * Reads the variables of each deploy context.
 * @see https://docs.netlify.com/build/configure-builds/file-based-configuration/#deploy-contexts
 */
export const collector: Collector = {
  id: 'netlify-config',
  emits: ['Environment', 'DataStore', 'Credential', 'FailureDomain', 'Weakness', 'Relation'],
  files: [{ glob: '**/netlify.toml', format: 'toml', hints: ['environment'] }],
  load: () => import('./collect.ts'),
};
