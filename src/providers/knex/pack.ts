import { callsOf, commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://knexjs.org/guide/migrations.html', checkedOn: '2026-11-21' };

const command = commandsOf('knex', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'knex migrate:status',
});

const call = callsOf({
  source: 'https://knexjs.org/guide/migrations.html',
  checkedOn: '2026-11-21',
  packages: ['knex'],
  targets: ['DATABASE_URL'],
});

/** Knex: rollbacks, which run at once. */
export const pack = definePack({
  id: 'knex',
  title: 'Knex',
  commands: [command('migrate:rollback', 'database'), command('migrate:down', 'database')],
  collectors: [
    toolingCollector('knex', 'Knex', {
      files: [
        { glob: '**/knexfile.js' },
        { glob: '**/knexfile.ts' },
        { glob: '**/knexfile.cjs' },
        { glob: '**/knexfile.mjs' },
      ],
      npm: ['knex'],
    }),
  ],
  calls: [
    // Its second argument undoes every migration instead of the last batch.
    call('rollback', { trueAt: 1 }),
  ],
});
