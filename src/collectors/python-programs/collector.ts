import type { Collector } from '../../model/plugin.ts';

/**
 * Python programs that destroy: through tools they start, requests to provider APIs and methods of their clients, SQL they send or calls of a library that drops tables. The empty
 * list of hints says: files in which the prefilter found a word that some provider pack knows.
 */
export const collector: Collector = {
  id: 'python-programs',
  emits: [
    'Credential',
    'DataStore',
    'DestructiveCommand',
    'Environment',
    'FailureDomain',
    'Guard',
    'Relation',
    'Weakness',
  ],
  files: [
    { glob: '**/*.py', format: 'text', hints: [] },
    {
      glob: '**/*.py',
      format: 'text',
      hints: [
        'os.system(',
        'subprocess',
        'drop_all(',
        '.client(',
        '.resource(',
        'DROP TABLE',
        'DROP SCHEMA',
        'DROP DATABASE',
        'TRUNCATE ',
        'DELETE FROM',
      ],
    },
  ],
  load: () => import('./collect.ts'),
};
