import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://docs.liquibase.com/commands/utility/drop-all.html',
  checkedOn: '2026-11-21',
};

const command = commandsOf('liquibase', claim, {
  targets: ['LIQUIBASE_COMMAND_URL', 'DATABASE_URL'],
});

/** Liquibase: `drop-all` and the rollbacks. */
export const pack = definePack({
  id: 'liquibase',
  title: 'Liquibase',
  commands: [
    command('drop-all|dropAll', 'database', {
      asks: 'needs-flag',
      skipsPrompt: ['--force'],
      safeVariant: 'liquibase status',
    }),
    ...['rollback', 'rollback-count|rollbackCount', 'rollback-to-date|rollbackToDate'].map((verb) =>
      command(verb, 'database', {
        safeVariant: 'liquibase rollback-sql',
        source: 'https://docs.liquibase.com/commands/rollback/rollback-by-tag.html',
      }),
    ),
  ],
  collectors: [
    toolingCollector('liquibase', 'Liquibase', {
      files: [{ glob: '**/liquibase.properties' }],
      others: ['liquibase-core', 'liquibase-maven-plugin', 'org.liquibase.gradle'],
    }),
  ],
});
