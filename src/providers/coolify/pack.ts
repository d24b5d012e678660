import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'coolify',
  { source: 'https://github.com/coollabsio/coolify-cli/tree/v4.x/cmd', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--force|-f'] },
);
const operation = operationsOf({
  source: 'https://coolify.io/docs/api-reference/api/',
  checkedOn,
});
const credential = credentialsOf({
  source: 'https://coolify.io/docs/api-reference/authorization',
  checkedOn,
});

/** Everything known about Coolify. Most installations are hosted by their owners, so hosts say little. */
export const pack = definePack({
  id: 'coolify',
  title: 'Coolify',
  credentials: [
    credential({
      id: 'api-token',
      title: 'Coolify API token',
      env: ['COOLIFY_TOKEN', 'COOLIFY_API_TOKEN', 'COOLIFY_ACCESS_TOKEN', 'COOLIFY_API_KEY'],
      headers: ['authorization'],
      // A token reaches one team; what it may do there is chosen when it is made.
      scope: 'organization',
      actions: null,
      narrower: 'Create a token with the permission to deploy or to read only, never with root',
    }),
  ],
  commands: [
    command('database|databases|db|dbs delete', 'database', {
      safeVariant: 'coolify database get',
    }),
    command('database|databases|db|dbs storage|storages delete', 'volume', {
      asks: 'never',
      skipsPrompt: [],
      safeVariant: 'coolify database storage list',
    }),
    command('database|databases|db|dbs backup delete', 'backup', {
      safeVariant: 'coolify database backup list',
    }),
    command('database|databases|db|dbs backup delete-execution', 'backup', {
      safeVariant: 'coolify database backup executions',
    }),
    command('app|apps|application|applications delete', 'service', {
      safeVariant: 'coolify app get',
    }),
    command('app|apps|application|applications storage|storages delete', 'volume', {
      asks: 'never',
      skipsPrompt: [],
      safeVariant: 'coolify app storage list',
    }),
    command('service|services|svc delete', 'service', { safeVariant: 'coolify service get' }),
    command('service|services|svc storage|storages delete', 'volume', {
      asks: 'never',
      skipsPrompt: [],
      safeVariant: 'coolify service storage list',
    }),
    command('project|projects delete', 'project', { safeVariant: 'coolify project get' }),
  ],
  api: {
    hosts: ['app.coolify.io'],
    operations: [
      operation('DELETE /api/v1/databases/{uuid}', 'database'),
      operation('DELETE /api/v1/databases/{uuid}/backups/{backup}', 'backup'),
      operation('DELETE /api/v1/applications/{uuid}', 'service'),
      operation('DELETE /api/v1/services/{uuid}', 'service'),
      operation('DELETE /api/v1/projects/{uuid}', 'project'),
    ],
  },
  collectors: [
    toolingCollector('coolify', 'Coolify', {
      files: [{ glob: '**/*.yml', hints: ['SERVICE_FQDN_', 'coolify.managed'] }],
    }),
  ],
});
