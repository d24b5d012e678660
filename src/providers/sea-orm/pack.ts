import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://www.sea-ql.org/SeaORM/docs/migration/running-migration/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('sea-orm-cli', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'sea-orm-cli migrate status',
});

/** SeaORM command line: migrations that drop tables, without a question. */
export const pack = definePack({
  id: 'sea-orm',
  title: 'SeaORM',
  commands: ['fresh', 'refresh', 'reset', 'down'].map((verb) =>
    command(`migrate ${verb}`, 'database'),
  ),
  collectors: [toolingCollector('sea-orm', 'SeaORM', { others: ['sea-orm', 'sea-orm-migration'] })],
});
