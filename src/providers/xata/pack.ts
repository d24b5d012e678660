import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const source = 'https://github.com/xataio/client-ts';
/** Asks; which flag passes the question by differs between versions. */
const command = commandsOf('xata|@xata.io/cli', { source, checkedOn }, { asks: 'unless-flag' });
const credential = credentialsOf({ source: 'https://xata.io/docs', checkedOn });
const operation = operationsOf({ source, checkedOn });

/** Everything known about Xata: credentials, commands, API and hosts. */
export const pack = definePack({
  id: 'xata',
  title: 'Xata',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Xata API key',
      env: ['XATA_API_KEY'],
      headers: ['authorization'],
      prefixes: ['xau_'],
      shape: /xau_[A-Za-z0-9]{32,64}/,
      // Of the whole user, or scoped to an organisation: the text does not say.
      scope: null,
      actions: null,
      expires: 'optional',
      narrower: 'Create a key that is scoped to one non-production project',
    }),
  ],
  commands: [
    command('dbs delete', 'database', { safeVariant: 'xata dbs list' }),
    command('branch delete', 'environment', { safeVariant: 'xata branch list' }),
  ],
  api: {
    hosts: ['api.xata.io'],
    operations: [
      operation('DELETE /workspaces/{workspaceId}/dbs/{dbName}', 'database', {
        argument: 'dbName',
      }),
    ],
  },
  hosts: [{ suffix: '.xata.sh', environmentLocal: false, source, checkedOn }],
  collectors: [
    toolingCollector('xata', 'Xata', {
      files: [{ glob: '**/.xatarc' }],
      npm: ['@xata.io/client', '@xata.io/cli'],
      python: ['xata'],
    }),
  ],
});
