import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://developer.wordpress.org/cli/commands/db/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('wp', claim, {
  asks: 'unless-flag',
  skipsPrompt: ['--yes'],
  safeVariant: 'wp db export',
});
const site = 'https://developer.wordpress.org/cli/commands/site/';

/** WP-CLI: commands that drop tables or empty a site. An alias such as `@prod` may stand before the command. */
export const pack = definePack({
  id: 'wordpress',
  title: 'WordPress',
  commands: ['', '@prod|@production|@live|@staging|@stage|@all '].flatMap((alias) => [
    command(`${alias}db reset`, 'database'),
    command(`${alias}db drop`, 'database'),
    command(`${alias}db clean`, 'database'),
    command(`${alias}site empty`, 'database', { source: site }),
    command(`${alias}site delete`, 'database', { source: site }),
  ]),
  collectors: [
    toolingCollector('wordpress', 'WordPress', {
      files: [{ glob: '**/wp-config.php' }, { glob: '**/wp-cli.yml' }],
    }),
  ],
});
