import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf('scalingo', {
  source: 'https://github.com/Scalingo/cli/tree/master/cmd',
  checkedOn,
});
const operation = operationsOf({ source: 'https://developers.scalingo.com/', checkedOn });
const credential = credentialsOf({
  source: 'https://doc.scalingo.com/platform/cli/features',
  checkedOn,
});

/** Everything known about Scalingo. */
export const pack = definePack({
  id: 'scalingo',
  title: 'Scalingo',
  credentials: [
    credential({
      id: 'api-token',
      title: 'Scalingo API token',
      env: ['SCALINGO_API_TOKEN', 'SCALINGO_TOKEN'],
      prefixes: ['tk-us-'],
      shape: /tk-us-[A-Za-z0-9_-]{48}/,
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      narrower: 'Use the token of a user who collaborates on this one app only',
    }),
  ],
  commands: [
    command('destroy', 'project', {
      asks: 'unless-flag',
      skipsPrompt: ['--force'],
      safeVariant: 'scalingo apps-info',
    }),
    // The id of the add-on is typed; no flag answers.
    command('addons-remove', 'anything', {
      asks: 'unless-flag',
      safeVariant: 'scalingo addons',
    }),
    command('database-pitr-restore', 'database', {
      asks: 'unless-flag',
      safeVariant: 'scalingo backups',
    }),
    // Customers are not asked: the consent it checks is that of the operators of the platform.
    command('database-destroy', 'database', { safeVariant: 'scalingo database-info' }),
    command('projects-remove', 'project', { safeVariant: 'scalingo projects' }),
  ],
  api: {
    hosts: ['api.osc-fr1.scalingo.com', 'api.osc-secnum-fr1.scalingo.com'],
    operations: [
      operation('DELETE /v1/apps/{app}', 'project'),
      operation('DELETE /v1/apps/{app}/addons/{addon}', 'anything'),
    ],
  },
  hosts: ['.dbs.scalingo.com', '.scalingo-dbs.com'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    source: 'https://doc.scalingo.com/platform/databases/access',
    checkedOn,
  })),
  collectors: [
    toolingCollector('scalingo', 'Scalingo', {
      files: [
        { glob: '**/scalingo.json' },
        { glob: '**/*.tf', hints: ['scalingo/scalingo', 'provider "scalingo"'] },
      ],
      npm: ['scalingo'],
      others: ['github.com/Scalingo/go-scalingo'],
    }),
  ],
});
