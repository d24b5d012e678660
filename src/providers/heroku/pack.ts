import { credentialsOf, definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector as attachments } from './attachments-collector.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';

const checkedOn = '2026-11-21';
const operation = operationsOf({
  source: 'https://devcenter.heroku.com/articles/platform-api-reference',
  checkedOn,
});
const data = operationsOf({
  source: 'https://github.com/heroku/cli/blob/main/src/commands/pg/reset.ts',
  checkedOn,
});
const credential = credentialsOf({
  source: 'https://devcenter.heroku.com/articles/oauth',
  checkedOn,
});
const server = mcpServersOf({ source: 'https://github.com/heroku/heroku-mcp-server', checkedOn });

/** Text shows the kind only; an authorization is global and never expires unless it was created otherwise. */
const authorization = {
  scope: 'account',
  actions: ['read', 'write', 'delete', 'admin'],
  expires: 'optional',
  narrower:
    'Create an authorization of its own with heroku authorizations:create --scope and --expires-in, for a user who may only deploy this app',
} as const;

/** Everything known about Heroku. */
export const pack = definePack({
  id: 'heroku',
  title: 'Heroku',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'api-key',
      title: 'Heroku API key',
      env: ['HEROKU_API_KEY', 'HEROKU_API_TOKEN'],
      headers: ['authorization'],
      // Older keys are bare UUIDs.
      shape: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
      ...authorization,
    }),
    credential({
      id: 'authorization',
      title: 'Heroku authorization token',
      prefixes: ['HRKU-AA'],
      shape: /HRKU-AA[0-9A-Za-z_-]{58}/,
      ...authorization,
    }),
  ],
  commands,
  consents: [
    {
      env: 'HEROKU_FORCE',
      value: '1',
      silences: 'the refusal of heroku addons:destroy to take an add-on that other apps use',
      source: 'https://github.com/heroku/cli/blob/main/src/commands/addons/destroy.ts',
      checkedOn,
    },
  ],
  api: {
    hosts: ['api.heroku.com', 'api.data.heroku.com', 'postgres-api.heroku.com'],
    operations: [
      operation('DELETE /apps/{app}', 'project'),
      operation('DELETE /addons/{addon}', 'anything'),
      operation('DELETE /apps/{app}/addons/{addon}', 'anything'),
      operation('DELETE /spaces/{space}', 'environment'),
      data('PUT /client/v11/databases/{database}/reset', 'database'),
      data('DELETE /client/v11/apps/{app}/transfers/{transfer}', 'backup'),
    ],
  },
  mcp: [
    server({
      id: 'platform',
      title: 'Heroku MCP server',
      packages: ['@heroku/mcp-server'],
      // The short form is what is left when `:start` is taken for the tag of an image.
      commands: ['heroku mcp:start', 'heroku mcp'],
      // `pg_psql` sends any SQL, `deploy_one_off_dyno` runs any code beside the production data.
      destructiveTools: ['pg_psql', 'deploy_one_off_dyno', 'pg_upgrade'],
      narrower:
        'Hand it an authorization with the scope read in HEROKU_API_KEY, and deny pg_psql and deploy_one_off_dyno in the agent',
    }),
  ],
  variables: [
    {
      env: ['HEROKU_APP_NAME', 'HEROKU_APP_ID'],
      names: { what: 'project' },
      companions: [],
      source: 'https://devcenter.heroku.com/articles/dyno-metadata',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    attachments,
    toolingCollector('heroku', 'Heroku', {
      files: [
        { glob: '**/heroku.yml' },
        { glob: '**/app.json', hints: ['"buildpacks"', '"addons"', 'heroku'] },
      ],
    }),
  ],
});
