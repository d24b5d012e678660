import type { Collector } from '../../model/plugin.ts';

/**
 * Reads scripts for services that are linked to apps.
 * @see https://github.com/dokku/dokku-postgres (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'dokku-links',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: ['sh', 'bash', 'zsh'].map((end) => ({
    glob: `**/*.${end}`,
    format: 'shell',
    hints: [':link'],
  })),
  load: () => import('./links.ts'),
};
