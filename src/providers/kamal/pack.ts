import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'kamal|bin/kamal|./bin/kamal',
  { source: 'https://kamal-deploy.org/docs/commands/accessory/', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--confirmed|-y'] },
);
const hidden = commandsOf('kamal|bin/kamal|./bin/kamal', {
  source: 'https://github.com/basecamp/kamal/blob/main/lib/kamal/cli/accessory.rb',
  checkedOn,
});
const credential = credentialsOf({
  source: 'https://kamal-deploy.org/docs/configuration/docker-registry/',
  checkedOn,
});

/** Everything known about Kamal. It works over SSH, so who may run it may do everything on its servers. */
export const pack = definePack({
  id: 'kamal',
  title: 'Kamal',
  credentials: [
    credential({
      id: 'registry-password',
      title: 'Kamal image registry password',
      env: ['KAMAL_REGISTRY_PASSWORD'],
      scope: null,
      actions: null,
      plane: 'supply',
      narrower: 'Use a token of the registry that reaches this one image only',
    }),
  ],
  commands: [
    // It removes the data directories of the accessories, databases among them.
    command('accessory remove', 'database', { safeVariant: 'kamal accessory details' }),
    command('remove', 'environment', { safeVariant: 'kamal details' }),
    hidden('accessory remove_service_directory', 'database', {
      safeVariant: 'kamal accessory details',
    }),
  ],
  collectors: [
    collector,
    toolingCollector('kamal', 'Kamal', {
      files: [
        { glob: '**/config/deploy.yml', hints: ['servers:', 'registry:', 'accessories:'] },
        { glob: '**/.kamal/secrets' },
      ],
      others: ['kamal'],
    }),
  ],
});
