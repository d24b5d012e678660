import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://github.com/launchbadge/sqlx/tree/main/sqlx-cli',
  checkedOn: '2026-11-21',
};

const shared = { targets: ['DATABASE_URL'], safeVariant: 'sqlx migrate info' };
const programs = [
  { command: commandsOf('sqlx', claim, shared), before: '' },
  { command: commandsOf('cargo', claim, shared), before: 'sqlx ' },
];

/** SQLx command line: dropping asks unless told not to, reverting does not. */
export const pack = definePack({
  id: 'sqlx',
  title: 'SQLx',
  commands: programs.flatMap(({ command, before }) => [
    command(`${before}database|db drop`, 'database', { asks: 'unless-flag', skipsPrompt: ['-y'] }),
    command(`${before}database|db reset`, 'database', { asks: 'unless-flag', skipsPrompt: ['-y'] }),
    command(`${before}migrate|mig revert`, 'database', {
      harmlessWith: ['--dry-run'],
      safeVariant: 'sqlx migrate revert --dry-run',
    }),
  ]),
  collectors: [toolingCollector('sqlx', 'SQLx', { others: ['sqlx'] })],
});
