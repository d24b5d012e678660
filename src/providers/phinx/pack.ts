import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://book.cakephp.org/phinx/0/en/commands.html',
  checkedOn: '2026-11-21',
};

const shared = { harmlessWith: ['--dry-run|-x'], targets: ['DATABASE_URL'] };
const phinx = 'phinx|vendor/bin/phinx|./vendor/bin/phinx';
const cake = { ...claim, source: 'https://book.cakephp.org/migrations/4/en/index.html' };

/** Phinx and the migrations of CakePHP: rollbacks, which run at once. */
export const pack = definePack({
  id: 'phinx',
  title: 'Phinx',
  commands: [
    commandsOf(phinx, claim, shared)('rollback', 'database', {
      safeVariant: 'phinx rollback --dry-run',
    }),
    commandsOf('php', claim, shared)(`${phinx} rollback`, 'database', {
      safeVariant: 'phinx rollback --dry-run',
    }),
    commandsOf('cake|bin/cake|./bin/cake', cake, shared)('migrations rollback', 'database', {
      safeVariant: 'bin/cake migrations status',
    }),
  ],
  collectors: [
    toolingCollector('phinx', 'Phinx', {
      files: [
        { glob: '**/phinx.php' },
        { glob: '**/phinx.yml' },
        { glob: '**/phinx.yaml' },
        { glob: '**/phinx.json' },
      ],
      others: ['robmorgan/phinx', 'cakephp/migrations'],
    }),
  ],
});
