import type { ApiSpec, CommandSpec, CredentialSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';

const command = commandsOf('ecctl', {
  source: 'https://github.com/elastic/ecctl/tree/master/docs/reference',
  checkedOn,
});
const asking = { asks: 'unless-flag', skipsPrompt: ['--force'] } as const;
const commands: readonly CommandSpec[] = [
  command('deployment shutdown', 'database', { ...asking, safeVariant: 'ecctl deployment show' }),
  command('deployment delete', 'database', { safeVariant: 'ecctl deployment show' }),
  command('deployment resource shutdown|delete', 'database', {
    ...asking,
    onlyWith: ['--kind elasticsearch'],
    safeVariant: 'ecctl deployment show',
  }),
  command('project delete', 'project', { safeVariant: 'ecctl project list' }),
];

const cloud = credentialsOf({
  source: 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys',
  checkedOn,
});
const credentials: readonly CredentialSpec[] = [
  cloud({
    id: 'cloud-api-key',
    title: 'Elastic Cloud API key',
    env: ['EC_API_KEY', 'ELASTIC_CLOUD_API_KEY'],
    // Its roles, from viewer to organisation owner, are not in the text.
    scope: 'organization',
    actions: null,
    expires: 'optional',
    narrower: 'Create a key with the viewer role on the deployments it needs, and an expiry',
  }),
];

const deployments = operationsOf({
  source: 'https://www.elastic.co/docs/api/doc/cloud/',
  checkedOn,
});
const serverless = operationsOf({
  source: 'https://www.elastic.co/docs/api/doc/elastic-cloud-serverless/',
  checkedOn,
});
const api: ApiSpec = {
  hosts: ['api.elastic-cloud.com'],
  operations: [
    deployments('POST /api/v1/deployments/{deployment_id}/_shutdown', 'database', {
      argument: 'deployment_id',
    }),
    serverless('DELETE /api/v1/serverless/projects/elasticsearch/{id}', 'project', {
      argument: 'id',
    }),
    serverless('DELETE /api/v1/serverless/projects/observability/{id}', 'project', {
      argument: 'id',
    }),
    serverless('DELETE /api/v1/serverless/projects/security/{id}', 'project', { argument: 'id' }),
  ],
};

/** The control plane of Elastic Cloud: credentials, commands, API and hosts. Keys, indices and MCP servers of a cluster belong to Elasticsearch. */
export const pack = definePack({
  id: 'elastic',
  title: 'Elastic Cloud',
  credentials,
  commands,
  api,
  hosts: ['.cloud.es.io', '.found.io', '.elastic-cloud.com'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    source: 'https://www.elastic.co/docs/deploy-manage/deploy/elastic-cloud',
    checkedOn,
  })),
});
