import type { Collector } from '../../model/plugin.ts';

/** Jupyter notebooks: what their cells say, and what running them has printed. */
export const collector: Collector = {
  id: 'notebooks',
  emits: ['Credential', 'DataStore', 'Environment', 'FailureDomain', 'Relation', 'Weakness'],
  // Without a keyword of the packs there is nothing that a cell could be recognised by.
  files: [
    { glob: '**/*.ipynb', format: 'json', hints: [] },
    { glob: '**/*.ipynb', format: 'json', hints: ['://'] },
  ],
  load: () => import('./collect.ts'),
};
