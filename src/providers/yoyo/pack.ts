import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://ollycope.com/software/yoyo/latest/', checkedOn: '2026-11-21' };

const command = commandsOf('yoyo', claim);

/** yoyo: rollbacks, which ask for each migration unless run as a batch. */
export const pack = definePack({
  id: 'yoyo',
  title: 'yoyo-migrations',
  commands: [
    command('rollback', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--batch|-b'],
      safeVariant: 'yoyo list',
    }),
  ],
  collectors: [
    toolingCollector('yoyo', 'yoyo-migrations', {
      files: [{ glob: '**/yoyo.ini' }],
      python: ['yoyo-migrations'],
    }),
  ],
});
