import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://github.com/golang-migrate/migrate/tree/master/cmd/migrate',
  checkedOn: '2026-11-21',
};

const command = commandsOf('migrate', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'migrate version',
});

/** golang-migrate: `drop`, and down migrations, which ask only when no number is given. */
export const pack = definePack({
  id: 'golang-migrate',
  title: 'golang-migrate',
  commands: [
    command('drop', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['-f|--f'],
      harmlessWith: ['-help'],
    }),
    command('down', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['-all|--all'],
      harmlessWith: ['-help'],
    }),
    command('down 1|2|3|4|5|6|7|8|9|10', 'database', { harmlessWith: ['-help'] }),
  ],
  collectors: [
    toolingCollector('golang-migrate', 'golang-migrate', {
      others: ['github.com/golang-migrate/migrate/v4', 'github.com/golang-migrate/migrate'],
    }),
  ],
});
