import type { Collector } from '../../model/plugin.ts';

const extensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];

/**
 * JavaScript and TypeScript that calls provider APIs. The empty hint lists say: only files in which the prefilter found a word that some
 * provider pack knows (an API host, an operation, a credential name).
 */
export const collector: Collector = {
  id: 'scripts',
  emits: ['DestructiveCommand', 'Credential', 'Guard', 'Relation'],
  files: extensions.map((extension) => ({
    glob: `**/*.${extension}`,
    format: 'script',
    hints: [],
  })),
  load: () => import('./collect.ts'),
};
