import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://hexdocs.pm/ecto/Mix.Tasks.Ecto.Drop.html',
  checkedOn: '2026-11-21',
};

const command = commandsOf('mix', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'mix ecto.migrations',
});

/** Ecto: mix tasks that drop or roll back; dropping asks where the project runs permanently, as in production, unless forced. */
export const pack = definePack({
  id: 'ecto',
  title: 'Ecto',
  commands: [
    command('ecto.drop', 'database', { asks: 'unless-flag', skipsPrompt: ['--force|-f'] }),
    // The comma that ends a task of `mix do` belongs to its last word.
    command('do ecto.drop|ecto.drop,', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--force|--force,|-f'],
    }),
    // An alias that Phoenix writes into new projects: flags go to its last task, so none reaches the drop.
    command('ecto.reset', 'database', { asks: 'unless-flag' }),
    command('ecto.rollback', 'database', {
      source: 'https://hexdocs.pm/ecto_sql/Mix.Tasks.Ecto.Rollback.html',
    }),
  ],
  collectors: [toolingCollector('ecto', 'Ecto', { others: ['ecto_sql'] })],
});
