import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
/** `--json` passes the question by as well. */
const command = commandsOf(
  'pc|pinecone',
  { source: 'https://github.com/pinecone-io/cli/tree/main/internal/pkg/cli/command', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--skip-confirmation|--json|-j'] },
);
const credential = credentialsOf({
  source: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
  checkedOn,
});
const operation = operationsOf({
  source: 'https://docs.pinecone.io/reference/api/introduction',
  checkedOn,
});

/** Everything known about Pinecone: credentials, commands and API. */
export const pack = definePack({
  id: 'pinecone',
  title: 'Pinecone',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Pinecone API key',
      env: ['PINECONE_API_KEY'],
      prefixes: ['pcsk_'],
      shape: /pcsk_[A-Za-z0-9_]{40,120}/,
      scope: 'project',
      // Its role is not in the text.
      actions: null,
      expires: 'never',
      narrower: 'Create a key with the DataPlaneViewer role in a non-production project',
    }),
    credential({
      id: 'client-secret',
      title: 'Pinecone service account secret',
      env: ['PINECONE_CLIENT_SECRET'],
      scope: 'organization',
      actions: null,
      expires: 'never',
      narrower: 'Use an API key of one non-production project',
    }),
  ],
  commands: [
    command('index delete', 'database', { safeVariant: 'pc index list' }),
    command('index namespace delete', 'database', { safeVariant: 'pc index namespace list' }),
    command('index vector|vectors delete', 'database', {
      onlyWith: ['--all-vectors|--filter'],
      safeVariant: 'pc index vector list',
    }),
    command('index backup delete', 'backup', { safeVariant: 'pc index backup list' }),
    command('index collection delete', 'backup', { safeVariant: 'pc index collection list' }),
    command('project delete', 'project', { safeVariant: 'pc project list' }),
    command('organization delete', 'account', { safeVariant: 'pc organization list' }),
  ],
  api: {
    hosts: ['api.pinecone.io'],
    operations: [
      operation('DELETE /indexes/{index_name}', 'database', { argument: 'index_name' }),
      operation('DELETE /backups/{backup_id}', 'backup', { argument: 'backup_id' }),
      operation('DELETE /collections/{collection_name}', 'backup', {
        argument: 'collection_name',
      }),
      operation('DELETE /admin/projects/{project_id}', 'project', { argument: 'project_id' }),
    ],
  },
  collectors: [
    toolingCollector('pinecone', 'Pinecone', {
      npm: ['@pinecone-database/pinecone'],
      python: ['pinecone', 'pinecone-client'],
      others: ['pinecone', 'Pinecone.Client', 'io.pinecone'],
    }),
  ],
});
