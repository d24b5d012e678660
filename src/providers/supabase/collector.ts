import type { Collector } from '../../model/plugin.ts';

/**
 * Reads which project each remote of `supabase/config.toml` is. The top of that file configures the local stack.
 * @see https://supabase.com/docs/guides/local-development/cli/config
 */
export const collector: Collector = {
  id: 'supabase-config',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: [{ glob: '**/supabase/config.toml', format: 'toml', hints: ['[remotes.'] }],
  load: () => import('./collect.ts'),
};
