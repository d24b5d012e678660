import type { Collector } from '../../model/plugin.ts';

/**
 * Reads scripts for add-ons that are attached to apps, and for databases that are filled with others.
 * @see https://devcenter.heroku.com/articles/heroku-postgresql#sharing-heroku-postgres-between-applications (read 2026-11-21)
 * @see https://github.com/heroku/cli/blob/main/src/commands/addons/attach.ts (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'heroku-attachments',
  emits: ['Environment', 'DataStore', 'Backup', 'Relation'],
  files: ['sh', 'bash', 'zsh'].map((end) => ({
    glob: `**/*.${end}`,
    format: 'shell',
    hints: ['addons:attach', 'pg:copy'],
  })),
  load: () => import('./attachments.ts'),
};
