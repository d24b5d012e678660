import type { Collector } from '../../model/plugin.ts';

/** SQL files that lose rows or tables, where a script runs them: the script is what destroys. */
export const collector: Collector = {
  id: 'sql-files',
  emits: ['Credential', 'DataStore', 'DestructiveCommand', 'Environment', 'Guard', 'Relation'],
  files: [
    {
      glob: '**/*.sql',
      format: 'text',
      hints: ['DROP', 'drop', 'TRUNCATE', 'truncate', 'DELETE', 'delete'],
    },
    ...['*.sh', '*.bash', '*.zsh'].map(
      (name) => ({ glob: `**/${name}`, format: 'shell', hints: ['.sql'] }) as const,
    ),
  ],
  // A script may run any file of the tree.
  group: (files) => [files],
  load: () => import('./collect.ts'),
};
