import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://salsita.github.io/node-pg-migrate/cli', checkedOn: '2026-11-21' };

const command = commandsOf('node-pg-migrate', claim, {
  targets: ['DATABASE_URL'],
  harmlessWith: ['--dry-run', '--fake'],
  safeVariant: 'node-pg-migrate down --dry-run',
});

/** node-pg-migrate: down migrations, which run at once. */
export const pack = definePack({
  id: 'node-pg-migrate',
  title: 'node-pg-migrate',
  commands: [command('down', 'database'), command('redo', 'database')],
  collectors: [
    toolingCollector('node-pg-migrate', 'node-pg-migrate', { npm: ['node-pg-migrate'] }),
  ],
});
