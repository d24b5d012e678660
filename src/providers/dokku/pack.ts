import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './links-collector.ts';
import { databasePlugins } from './plugins.ts';

const checkedOn = '2026-11-21';
const typed = {
  asks: 'unless-flag',
  skipsPrompt: ['--force|-f'],
} as const;
const app = commandsOf(
  'dokku',
  {
    source: 'https://dokku.com/docs/deployment/application-management/',
    checkedOn,
  },
  typed,
);
const service = commandsOf(
  'dokku',
  { source: 'https://github.com/dokku/dokku-postgres', checkedOn },
  typed,
);
/** The official datastore plugins share their commands. */
const databases = databasePlugins.map((plugin) => `${plugin}:destroy`).join('|');

/** Everything known about Dokku. Who reaches it over SSH or on its host may do everything; it has no tokens. */
export const pack = definePack({
  id: 'dokku',
  title: 'Dokku',
  commands: [
    app('apps:destroy', 'project', { safeVariant: 'dokku apps:report' }),
    service(databases, 'database', { safeVariant: 'dokku postgres:info' }),
    service('redis:destroy|memcached:destroy', 'cache', { safeVariant: 'dokku redis:info' }),
    service('rabbitmq:destroy|nats:destroy', 'queue', { safeVariant: 'dokku rabbitmq:info' }),
  ],
  consents: [
    {
      env: 'DOKKU_APPS_FORCE_DELETE',
      value: '1',
      silences: 'dokku apps:destroy and the destroy commands of its database plugins',
      source: 'https://github.com/dokku/dokku/blob/master/plugins/apps/functions.go',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('dokku', 'Dokku', {
      files: [{ glob: '**/DOKKU_SCALE' }, { glob: '**/*.yml', hints: ['dokku/github-action'] }],
    }),
  ],
});
