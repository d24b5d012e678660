import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://atlasgo.io/cli-reference', checkedOn: '2026-11-21' };

const command = commandsOf('atlas', claim, {
  targets: ['DATABASE_URL'],
  asks: 'unless-flag',
  skipsPrompt: ['--auto-approve'],
  harmlessWith: ['--dry-run'],
});

/** Atlas by Ariga, which shares its program's name with the command line of MongoDB Atlas: only its `schema` commands are here. */
export const pack = definePack({
  id: 'ariga-atlas',
  title: 'Atlas (schema tool)',
  commands: [
    command('schema clean', 'database', { safeVariant: 'atlas schema inspect' }),
    command('schema apply', 'database', { safeVariant: 'atlas schema apply --dry-run' }),
  ],
  collectors: [
    toolingCollector('ariga-atlas', 'Atlas (schema tool)', {
      files: [{ glob: '**/atlas.hcl' }],
      others: ['ariga.io/atlas'],
    }),
  ],
});
