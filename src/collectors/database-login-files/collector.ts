import type { Collector } from '../../model/plugin.ts';

/** Files in which clients of PostgreSQL and MySQL look up their logins. */
export const collector: Collector = {
  id: 'database-login-files',
  emits: ['Credential', 'DataStore', 'Environment', 'Relation'],
  files: [
    ...['**/.pgpass', '**/pgpass.conf', '**/pgpass'].map((glob) => ({
      glob,
      format: 'text',
      evenIfIgnored: true,
    })),
    ...['**/.pg_service.conf', '**/pg_service.conf'].map((glob) => ({
      glob,
      format: 'text',
      hints: ['password'],
      evenIfIgnored: true,
    })),
    ...['**/.my.cnf', '**/my.cnf', '**/.mysql.cnf'].map((glob) => ({
      glob,
      format: 'text',
      hints: ['password'],
      evenIfIgnored: true,
    })),
    { glob: '~/.pgpass', format: 'text' },
    { glob: '~/.pg_service.conf', format: 'text', hints: ['password'] },
    { glob: '~/.my.cnf', format: 'text', hints: ['password'] },
  ],
  load: () => import('./collect.ts'),
};
