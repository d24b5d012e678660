import type { Collector } from '../../model/plugin.ts';

/**
 * Reads what every release of an app runs, its add-ons, and what its review apps are given.
 * @see https://devcenter.heroku.com/articles/release-phase
 * @see https://devcenter.heroku.com/articles/app-json-schema
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
    { glob: '**/app.json', format: 'json', hints: ['"environments"', '"addons"'] },
  ],
  load: () => import('./collect.ts'),
};
