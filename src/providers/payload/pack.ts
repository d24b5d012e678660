import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://payloadcms.com/docs/database/migrations',
  checkedOn: '2026-11-21',
};

const command = commandsOf('payload', claim, {
  targets: ['DATABASE_URI', 'DATABASE_URL'],
  safeVariant: 'payload migrate:status',
});

/** Payload: `migrate:fresh` asks unless told not to, the other way back does not. */
export const pack = definePack({
  id: 'payload',
  title: 'Payload CMS',
  commands: [
    command('migrate:fresh', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--force-accept-warning'],
    }),
    command('migrate:reset', 'database'),
    command('migrate:refresh', 'database'),
    command('migrate:down', 'database'),
  ],
  collectors: [
    toolingCollector('payload', 'Payload CMS', {
      files: [{ glob: '**/payload.config.ts' }],
      npm: ['payload'],
    }),
  ],
});
