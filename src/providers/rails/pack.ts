import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://guides.rubyonrails.org/active_record_migrations.html',
  checkedOn: '2026-11-21',
};

const program = 'rails|bin/rails|./bin/rails|rake|bin/rake|./bin/rake';
const command = commandsOf(program, claim, {
  targets: ['DATABASE_URL'],
  harmlessWith: ['--dry-run|-n', '--tasks|-T'],
  safeVariant: 'rails db:migrate:status',
});
const protectedTasks = [
  'db:drop|db:drop:all',
  'db:reset|db:reset:all',
  'db:purge|db:purge:all',
  'db:truncate_all',
  'db:schema:load|db:structure:load',
  'db:migrate:reset',
  'db:seed:replant',
  'db:setup',
];

/** Rails: database tasks that drop, truncate or roll back. Most refuse a database that is marked as production. */
export const pack = definePack({
  id: 'rails',
  title: 'Rails',
  commands: [
    // It does not ask: it refuses a database whose own mark says production, unless this variable is there.
    ...protectedTasks.map((task) =>
      command(task, 'database', {
        asks: 'needs-flag',
        skipsPrompt: ['DISABLE_DATABASE_ENVIRONMENT_CHECK=1'],
      }),
    ),
    ...['db:rollback', 'db:migrate:down', 'db:migrate:redo'].map((task) =>
      command(task, 'database'),
    ),
    command('db:migrate VERSION=0', 'database'),
  ],
  consents: [
    {
      env: 'DISABLE_DATABASE_ENVIRONMENT_CHECK',
      value: null,
      silences:
        'rails db:drop, db:reset, db:schema:load and the like against a protected environment',
      ...claim,
    },
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://guides.rubyonrails.org/security.html' })({
      id: 'master-key',
      title: 'Rails master key',
      env: ['RAILS_MASTER_KEY'],
      shape: /[0-9a-f]{32}/,
      // It opens every secret of credentials.yml.enc, whatever those reach.
      scope: null,
      actions: ['read'],
      plane: 'meta',
      expires: 'never',
      narrower:
        'Keep the master key of production out of the repository, and give each environment credentials and a key of its own',
    }),
  ],
  collectors: [
    toolingCollector('rails', 'Rails', {
      files: [{ glob: '**/config/application.rb', hints: ['Rails::Application'] }],
      others: ['rails'],
    }),
  ],
});
