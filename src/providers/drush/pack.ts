import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://www.drush.org/latest/commands/sql_drop/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('drush|vendor/bin/drush|./vendor/bin/drush', claim, {
  asks: 'unless-flag',
  skipsPrompt: ['--yes|-y'],
  harmlessWith: ['--simulate'],
  safeVariant: 'drush sql:dump',
});

/** Drush: dropping, reinstalling and overwriting databases of Drupal sites. A site alias may stand before the command. */
export const pack = definePack({
  id: 'drush',
  title: 'Drush',
  commands: ['', '@prod|@production|@live|@test|@staging|@stage '].flatMap((alias) => [
    command(`${alias}sql:drop|sql-drop`, 'database'),
    command(`${alias}site:install|site-install|si`, 'database', {
      source: 'https://www.drush.org/latest/commands/site_install/',
    }),
    command(`${alias}sql:sync|sql-sync`, 'database', {
      source: 'https://www.drush.org/latest/commands/sql_sync/',
    }),
  ]),
  collectors: [toolingCollector('drush', 'Drush', { others: ['drush/drush'] })],
});
