import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://diesel.rs/guides/getting-started', checkedOn: '2026-11-21' };

const command = commandsOf('diesel', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'diesel migration list',
});

/** Diesel command line: resets and reverts, which run at once. */
export const pack = definePack({
  id: 'diesel',
  title: 'Diesel',
  commands: [
    command('database|db reset', 'database'),
    command('database|db drop', 'database'),
    command('migration revert', 'database'),
    command('migration redo', 'database'),
  ],
  collectors: [
    toolingCollector('diesel', 'Diesel', {
      files: [{ glob: '**/diesel.toml' }],
      others: ['diesel'],
    }),
  ],
});
