import type { Collector } from '../../model/plugin.ts';

/**
 * Reads what every release of an app runs, and the variables that its review apps are given.
 * @see https://devcenter.heroku.com/articles/release-phase
 */
export const collector: Collector = {
  id: 'heroku-config',
  emits: [
    'Environment',
    'DataStore',
    'Credential',
    'FailureDomain',
    'DestructiveCommand',
    'Weakness',
    'Relation',
  ],
  files: [
    { glob: '**/Procfile', format: 'text' },
    { glob: '**/heroku.yml', format: 'yaml' },
    { glob: '**/app.json', format: 'json', hints: ['"environments"'] },
  ],
  load: () => import('./collect.ts'),
};
