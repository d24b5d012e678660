import type { Collector } from '../../model/plugin.ts';

const extensions = [
  ...['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'py', 'rb', 'php', 'go', 'rs', 'java'],
  ...['kt', 'scala', 'cs', 'ex', 'exs', 'clj', 'swift', 'dart'],
  // Scripts of Windows, and XML settings of Java and .NET, which no collector reads for their own sake.
  ...['ps1', 'psm1', 'bat', 'cmd', 'xml', 'config'],
];

/** Programs and settings that hold the whole address of a database, password included, in their text. */
export const collector: Collector = {
  id: 'connection-urls',
  emits: ['Credential', 'DataStore', 'Environment', 'Relation'],
  // Empty hints: only files in which the prefilter found a word, and the beginnings of such addresses are among its words.
  files: [...extensions.map((extension) => `**/*.${extension}`), '**/package.json'].map((glob) => ({
    glob,
    format: 'text',
    hints: [],
  })),
  load: () => import('./collect.ts'),
};
