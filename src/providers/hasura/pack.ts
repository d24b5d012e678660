import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://hasura.io/docs/2.0/hasura-cli/commands/hasura_migrate_apply/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('hasura', claim, {
  targets: ['HASURA_GRAPHQL_ENDPOINT', 'HASURA_GRAPHQL_DATABASE_URL'],
});

/** Hasura: down migrations and the clearing of metadata, and the secret that allows everything. */
export const pack = definePack({
  id: 'hasura',
  title: 'Hasura',
  commands: [
    command('migrate apply', 'database', {
      onlyWith: ['--down'],
      harmlessWith: ['--dry-run'],
      safeVariant: 'hasura migrate status',
    }),
    command('metadata clear', 'service', {
      safeVariant: 'hasura metadata export',
      source: 'https://hasura.io/docs/2.0/hasura-cli/commands/hasura_metadata_clear/',
    }),
  ],
  credentials: [
    credentialsOf({
      ...claim,
      source: 'https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/',
    })({
      id: 'admin-secret',
      title: 'Hasura admin secret',
      env: ['HASURA_GRAPHQL_ADMIN_SECRET', 'HASURA_ADMIN_SECRET'],
      headers: ['x-hasura-admin-secret'],
      scope: 'project',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      expires: 'never',
      narrower: 'Send a JWT with a role that may only read',
    }),
  ],
  collectors: [
    toolingCollector('hasura', 'Hasura', {
      files: [{ glob: '**/config.yaml', hints: ['metadata_directory:'] }],
      npm: ['hasura-cli'],
    }),
  ],
});
