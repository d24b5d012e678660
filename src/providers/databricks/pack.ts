import type { ApiSpec, CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { commands } from './commands.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://docs.databricks.com/aws/en/dev-tools/auth/',
  checkedOn,
});
const narrower =
  'Use workload identity federation or OAuth of a service principal that owns nothing in production catalogs';
const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'access-token',
    title: 'Databricks personal access token',
    env: ['DATABRICKS_TOKEN', 'DATABRICKS_ACCESS_TOKEN', 'DATABRICKS_API_TOKEN'],
    headers: ['authorization'],
    prefixes: ['dapi'],
    shape: /dapi[0-9a-f]{32}(?:-[0-9])?/,
    // One workspace, with the rights of its user.
    scope: 'project',
    actions: null,
    expires: 'optional',
    narrower,
  }),
  credential({
    id: 'client-secret',
    title: 'Databricks OAuth client secret',
    env: ['DATABRICKS_CLIENT_SECRET'],
    scope: null,
    actions: null,
    expires: 'optional',
    narrower,
  }),
];

const operation = operationsOf({
  source: 'https://docs.databricks.com/api/workspace/introduction',
  checkedOn,
});
const api: ApiSpec = {
  hosts: ['.cloud.databricks.com', '.azuredatabricks.net', '.gcp.databricks.com'],
  operations: [
    operation('DELETE /api/2.1/unity-catalog/tables/{full_name}', 'database', {
      argument: 'full_name',
    }),
    operation('DELETE /api/2.1/unity-catalog/schemas/{full_name}', 'database', {
      argument: 'full_name',
    }),
    operation('DELETE /api/2.1/unity-catalog/catalogs/{name}', 'database', { argument: 'name' }),
    operation('DELETE /api/2.1/unity-catalog/volumes/{name}', 'bucket', { argument: 'name' }),
    operation('POST /api/2.0/dbfs/delete', 'bucket'),
    operation('DELETE /api/2.0/pipelines/{pipeline_id}', 'database', { argument: 'pipeline_id' }),
    operation('POST /api/2.1/clusters/permanent-delete', 'service'),
    operation('DELETE /api/2.0/accounts/{account_id}/workspaces/{workspace_id}', 'project', {
      argument: 'workspace_id',
    }),
  ],
};

/** Everything known about Databricks: credentials, commands, API and hosts. */
export const pack = definePack({
  id: 'databricks',
  title: 'Databricks',
  credentials,
  commands,
  api,
  hosts: api.hosts.map((suffix) => ({
    suffix,
    environmentLocal: false,
    source: 'https://docs.databricks.com/aws/en/workspace/workspace-details',
    checkedOn,
  })),
  collectors: [
    toolingCollector('databricks', 'Databricks', {
      files: [{ glob: '**/databricks.yml' }, { glob: '**/databricks.yaml' }],
      npm: ['@databricks/sql'],
      python: [
        'databricks-sdk',
        'databricks-cli',
        'databricks-connect',
        'databricks-sql-connector',
      ],
      others: ['databricks/databricks-sdk-go', 'databricks-sdk-java'],
    }),
  ],
});
