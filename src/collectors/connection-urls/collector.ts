import type { Collector } from '../../model/plugin.ts';

const extensions = [
  ...['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'py', 'rb', 'php', 'go', 'rs', 'java'],
  ...['kt', 'scala', 'cs', 'ex', 'exs', 'clj', 'swift', 'dart'],
];

/** Programs that hold the whole address of a database, password included, in their text. */
export const collector: Collector = {
  id: 'connection-urls',
  emits: ['Credential', 'DataStore', 'Environment', 'Relation'],
  // Empty hints: only files in which the prefilter found a word, and the beginnings of such addresses are among its words.
  files: extensions.map((extension) => ({
    glob: `**/*.${extension}`,
    format: 'text',
    hints: [],
  })),
  load: () => import('./collect.ts'),
};
