import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://laravel.com/docs/migrations', checkedOn: '2026-11-21' };

const tasks = ['migrate:fresh', 'migrate:refresh', 'migrate:reset', 'migrate:rollback', 'db:wipe'];
const shared = { targets: ['DB_HOST', 'DB_DATABASE', 'DB_URL', 'DATABASE_URL'] };
const rest = {
  asks: 'unless-flag',
  skipsPrompt: ['--force'],
  harmlessWith: ['--pretend'],
  safeVariant: 'php artisan migrate:status',
} as const;

/** Laravel: artisan commands that drop tables; they ask where the application calls itself production, unless forced. */
export const pack = definePack({
  id: 'laravel',
  title: 'Laravel',
  commands: tasks.flatMap((task) => [
    commandsOf('php', claim, shared)(`artisan|./artisan ${task}`, 'database', rest),
    commandsOf('artisan|./artisan', claim, shared)(task, 'database', rest),
    commandsOf('sail|./vendor/bin/sail|vendor/bin/sail', claim, shared)(
      `artisan|art ${task}`,
      'database',
      rest,
    ),
  ]),
  collectors: [
    toolingCollector('laravel', 'Laravel', {
      files: [{ glob: '**/artisan', hints: ['Illuminate', 'bootstrap/app.php'] }],
      others: ['laravel/framework'],
    }),
  ],
});
