import type { Collector } from '../../model/plugin.ts';

/** Atlantis: what a comment in a pull request applies, who has to agree before, and what its own workflows run. */
export const collector: Collector = {
  id: 'atlantis',
  emits: ['Pipeline', 'Environment', 'Credential', 'DestructiveCommand', 'Guard', 'Relation'],
  files: [
    { glob: '**/atlantis.yaml', format: 'yaml' },
    // The file of the server may have any name; this is what its documentation calls it.
    { glob: '**/repos.yaml', format: 'yaml', hints: ['apply_requirements', 'allowed_overrides'] },
  ],
  load: () => import('./collect.ts'),
};
