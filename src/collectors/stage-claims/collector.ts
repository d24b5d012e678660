import type { Collector } from '../../model/plugin.ts';

/** How such a sentence puts it; rarer words would have every document read. */
const hints = [
  ...['shares ', 'share the ', 'share one ', 'share a '],
  ...['uses the same ', 'use the same ', 'reuses '],
  ...[
    'uses',
    'use',
    'connects to',
    'connect to',
    'talks to',
    'points to',
    'points at',
    'runs on',
    'runs against',
  ].flatMap((verb) => [`${verb} prod`, `${verb} the prod`, `${verb} our prod`]),
];
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
