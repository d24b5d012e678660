import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://directus.io/docs/configuration/migrations',
  checkedOn: '2026-11-21',
};

const command = commandsOf('directus', claim, { targets: ['DB_HOST', 'DB_CONNECTION_STRING'] });

/** Directus: applying a schema snapshot drops what the snapshot lacks. */
export const pack = definePack({
  id: 'directus',
  title: 'Directus',
  commands: [
    command('schema apply', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--yes|-y'],
      harmlessWith: ['--dry-run|-d'],
      safeVariant: 'directus schema apply --dry-run',
    }),
    command('database migrate:down', 'database'),
  ],
  collectors: [toolingCollector('directus', 'Directus', { npm: ['directus'] })],
});
