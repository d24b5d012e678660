import { commandsOf, definePack } from '../../model/pack.ts';
import { configuredTarget } from '../../recognize/task/configured-target.ts';
import { targetCollector } from '../../recognize/task/target-collector.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://orm.drizzle.team/docs/drizzle-kit-push', checkedOn: '2026-11-21' };

const command = commandsOf('drizzle-kit', claim, {
  targets: ['DATABASE_URL', configuredTarget('drizzle')],
});

/** Drizzle Kit: `push --force` approves the statements that lose data; `drop` only deletes a migration file. */
export const pack = definePack({
  id: 'drizzle',
  title: 'Drizzle',
  commands: [
    command('push', 'database', { onlyWith: ['--force'], safeVariant: 'drizzle-kit generate' }),
  ],
  collectors: [
    targetCollector('drizzle', {
      modules: [{ glob: '**/drizzle*.config.{ts,js,mjs}' }],
      settings: ['dbCredentials.url', 'dbCredentials.connectionString', 'dbCredentials.host'],
    }),
    toolingCollector('drizzle', 'Drizzle', {
      files: [
        { glob: '**/drizzle.config.ts' },
        { glob: '**/drizzle.config.js' },
        { glob: '**/drizzle.config.mjs' },
        { glob: '**/drizzle.config.json' },
      ],
      npm: ['drizzle-kit', 'drizzle-orm'],
    }),
  ],
});
