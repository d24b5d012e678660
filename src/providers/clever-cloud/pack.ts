import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'clever|clever-tools',
  {
    source: 'https://github.com/CleverCloud/clever-tools/tree/master/src/commands',
    checkedOn,
  },
  { asks: 'unless-flag', skipsPrompt: ['--yes|-y'] },
);
const operation = operationsOf({
  source: 'https://www.clever.cloud/developers/api/v2/',
  checkedOn,
});
const credential = credentialsOf({
  source: 'https://www.clever.cloud/developers/doc/cli/',
  checkedOn,
});

/** Everything known about Clever Cloud. */
export const pack = definePack({
  id: 'clever-cloud',
  title: 'Clever Cloud',
  credentials: [
    credential({
      id: 'user-token',
      title: 'Clever Cloud user token and secret',
      env: ['CLEVER_TOKEN', 'CLEVER_SECRET'],
      // Both together act as the user who logged in.
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      narrower: 'Use the token of a user who is a mere developer of one organisation',
    }),
  ],
  commands: [
    command('delete', 'project', { safeVariant: 'clever status' }),
    command('addon delete', 'anything', { safeVariant: 'clever addon list' }),
    command('k8s delete', 'environment', { safeVariant: 'clever k8s list' }),
  ],
  api: {
    hosts: ['api.clever-cloud.com'],
    operations: ['/v2/organisations/{organisation}', '/v2/self'].flatMap((owner) => [
      operation(`DELETE ${owner}/applications/{application}`, 'project'),
      operation(`DELETE ${owner}/addons/{addon}`, 'anything'),
    ]),
  },
  hosts: [
    {
      suffix: '.services.clever-cloud.com',
      environmentLocal: false,
      source: 'https://www.clever.cloud/developers/doc/addons/postgresql/',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('clever-cloud', 'Clever Cloud', {
      files: [{ glob: '**/.clever.json' }],
      npm: ['clever-tools'],
    }),
  ],
});
