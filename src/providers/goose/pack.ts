import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://pressly.github.io/goose/', checkedOn: '2026-11-21' };

const shared = { targets: ['GOOSE_DBSTRING', 'DATABASE_URL'], safeVariant: 'goose status' };
const command = commandsOf('goose', claim, shared);
const drivers =
  'postgres|mysql|sqlite3|spanner|mssql|redshift|tidb|clickhouse|ydb|starrocks|turso|vertica';

/** goose, the migration tool of pressly: down migrations, which run at once. The driver may stand before the verb. */
export const pack = definePack({
  id: 'goose',
  title: 'goose (migrations)',
  commands: ['reset', 'down', 'down-to', 'redo'].flatMap((verb) => [
    command(verb, 'database'),
    // The connection stands between driver and verb, and may be any word.
    command(drivers, 'database', { onlyWith: [verb] }),
  ]),
  collectors: [
    toolingCollector('goose', 'goose (migrations)', {
      others: ['github.com/pressly/goose/v3', 'github.com/pressly/goose'],
    }),
  ],
});
