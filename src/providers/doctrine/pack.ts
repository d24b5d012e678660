import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://symfony.com/doc/current/doctrine.html', checkedOn: '2026-11-21' };

const shared = { targets: ['DATABASE_URL'] };
const console = 'bin/console|./bin/console|app/console';
const programs = [
  { command: commandsOf('php|symfony', claim, shared), before: `${console}|console ` },
  { command: commandsOf(`${console}|console`, claim, shared), before: '' },
];
const orm = {
  ...claim,
  source: 'https://www.doctrine-project.org/projects/doctrine-orm/en/current/reference/tools.html',
};

/** Doctrine, mostly under Symfony's console: dropping and rewriting want `--force`, fixtures purge first. */
export const pack = definePack({
  id: 'doctrine',
  title: 'Doctrine',
  commands: [
    ...programs.flatMap(({ command, before }) => [
      command(`${before}doctrine:database:drop|d:d:d`, 'database', { onlyWith: ['--force|-f'] }),
      command(`${before}doctrine:schema:drop|d:s:d`, 'database', {
        onlyWith: ['--force|-f'],
        harmlessWith: ['--dump-sql'],
        safeVariant: 'php bin/console doctrine:schema:drop --dump-sql',
      }),
      command(`${before}doctrine:schema:update|d:s:u`, 'database', {
        onlyWith: ['--force|-f'],
        safeVariant: 'php bin/console doctrine:schema:update --dump-sql',
      }),
      command(`${before}doctrine:fixtures:load|d:f:l`, 'database', {
        asks: 'unless-flag',
        skipsPrompt: ['--no-interaction|-n'],
        harmlessWith: ['--append'],
        source: 'https://symfony.com/bundles/DoctrineFixturesBundle/current/index.html',
      }),
      command(`${before}doctrine:migrations:migrate|d:m:m first|0|prev`, 'database', {
        asks: 'unless-flag',
        skipsPrompt: ['--no-interaction|-n'],
        harmlessWith: ['--dry-run'],
        safeVariant: 'php bin/console doctrine:migrations:status',
        source: 'https://symfony.com/bundles/DoctrineMigrationsBundle/current/index.html',
      }),
    ]),
    commandsOf('doctrine|vendor/bin/doctrine|./vendor/bin/doctrine', orm, shared)(
      'orm:schema-tool:drop',
      'database',
      { onlyWith: ['--force|-f'], harmlessWith: ['--dump-sql'] },
    ),
  ],
  collectors: [
    toolingCollector('doctrine', 'Doctrine', {
      others: ['doctrine/orm', 'doctrine/doctrine-bundle'],
    }),
  ],
});
