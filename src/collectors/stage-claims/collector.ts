import type { Collector } from '../../model/plugin.ts';

/** Words without which no sentence says that two stages use one thing. */
const hints = ['share', 'Share', 'same ', 'production ', 'Production ', ' prod ', ' Prod '];
const prose = ['**/*.md', '**/*.mdx', '**/*.mdc', '**/*.txt', '**/*.rst'];
const commented = ['**/*.{yml,yaml,toml,tf,tfvars,sh}', '**/.env', '**/.env.*'];

/**
 * What people write about their own stages: "staging shares the production database". A sentence proves nothing, so all that follows from it is of low
 * confidence.
 */
export const collector: Collector = {
  id: 'stage-claims',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: [
    ...prose.map((glob) => ({ glob, format: 'text', hints })),
    ...commented.map((glob) => ({ glob, format: 'text', hints })),
  ],
  load: () => import('./collect.ts'),
};
