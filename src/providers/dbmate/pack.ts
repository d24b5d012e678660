import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://github.com/amacneil/dbmate', checkedOn: '2026-11-21' };

const command = commandsOf('dbmate', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'dbmate status',
});

/** dbmate: `drop` and rollbacks, which run at once. */
export const pack = definePack({
  id: 'dbmate',
  title: 'dbmate',
  commands: [command('drop', 'database'), command('rollback|down', 'database')],
  collectors: [
    toolingCollector('dbmate', 'dbmate', {
      npm: ['dbmate'],
      others: ['github.com/amacneil/dbmate/v2'],
    }),
  ],
});
