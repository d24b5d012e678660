import type { Collector } from '../../model/plugin.ts';

/** Collections and environments of API clients: Postman, Insomnia, and request files of editors. */
export const collector: Collector = {
  id: 'api-clients',
  emits: ['Credential', 'DataStore', 'Environment', 'FailureDomain', 'Relation', 'Weakness'],
  files: [
    ...[
      '**/*.postman_collection.json',
      '**/*.postman_environment.json',
      '**/*.postman_globals.json',
    ].map((glob) => ({ glob, format: 'json', evenIfIgnored: true })),
    {
      glob: '**/*.json',
      format: 'json',
      hints: ['"_postman_', '"insomnia.desktop.app', '"__export_source"'],
    },
    { glob: '**/*{insomnia,Insomnia}*.{yaml,yml}', format: 'yaml', hints: ['insomnia.rest'] },
    ...['**/http-client.env.json', '**/http-client.private.env.json'].map((glob) => ({
      glob,
      format: 'json',
      evenIfIgnored: true,
    })),
    ...['**/*.http', '**/*.rest'].map((glob) => ({ glob, format: 'text', evenIfIgnored: true })),
  ],
  load: () => import('./collect.ts'),
};
