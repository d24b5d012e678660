import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { refineDeployHook } from './refine.ts';

const checkedOn = '2026-11-21';
// Without `--confirm` these only show what would be deleted.
const command = commandsOf(
  'render',
  { source: 'https://github.com/render-oss/cli/tree/main/cmd', checkedOn },
  { onlyWith: ['--confirm'], asks: 'needs-flag', skipsPrompt: ['--confirm'] },
);
const operation = operationsOf({ source: 'https://api-docs.render.com/reference', checkedOn });
const credential = credentialsOf({ source: 'https://render.com/docs/api', checkedOn });
const hook = credentialsOf({ source: 'https://render.com/docs/deploy-hooks', checkedOn });
const server = mcpServersOf({
  source: 'https://github.com/render-oss/render-mcp-server',
  checkedOn,
});
const postgresLoss = 'according to vendor documentation in 2026, its backups are not kept';

/** Everything known about Render. */
export const pack = definePack({
  id: 'render',
  title: 'Render',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'api-key',
      title: 'Render API key',
      env: ['RENDER_API_KEY'],
      headers: ['authorization'],
      prefixes: ['rnd_'],
      shape: /rnd_[A-Za-z0-9]{20,64}/,
      // A classic key reaches every workspace of its user, a scoped one a single workspace; they look alike.
      scope: null,
      actions: null,
      narrower:
        'Create a scoped key for one workspace, read-only where nothing is changed, and use a deploy hook where only deploys are wanted',
    }),
    hook({
      id: 'deploy-hook',
      title: 'Render deploy hook',
      env: ['RENDER_DEPLOY_HOOK', 'RENDER_DEPLOY_HOOK_URL'],
      prefixes: ['https://api.render.com/deploy/srv-'],
      shape: /https:\/\/api\.render\.com\/deploy\/srv-[A-Za-z0-9]{8,40}\?key=[A-Za-z0-9_-]{6,60}/,
      scope: 'resource',
      actions: ['write'],
      plane: 'supply',
      refine: refineDeployHook,
      narrower: 'Keep the hook in the secret store of the pipeline that deploys',
    }),
  ],
  commands: [
    command('services|service delete', 'service', { safeVariant: 'render services delete' }),
    command('pg|postgres delete', 'database', {
      safeVariant: 'render pg delete',
      recovery: postgresLoss,
    }),
    command('kv|keyvalue|keyvalues delete', 'cache', { safeVariant: 'render kv delete' }),
    command('ea objects delete', 'files', {
      onlyWith: [],
      harmlessWith: ['--local'],
      asks: 'assumes-yes',
      skipsPrompt: ['--yes|-y'],
      safeVariant: 'render ea objects list',
    }),
  ],
  api: {
    hosts: ['api.render.com'],
    operations: [
      operation('DELETE /v1/services/{service}', 'service'),
      operation('DELETE /v1/postgres/{postgres}', 'database', { recovery: postgresLoss }),
      operation('DELETE /v1/key-value/{keyValue}', 'cache'),
      operation('DELETE /v1/redis/{redis}', 'cache'),
      operation('DELETE /v1/disks/{disk}', 'volume'),
      operation('DELETE /v1/projects/{project}', 'project'),
      operation('DELETE /v1/environments/{environment}', 'environment'),
    ],
  },
  mcp: [
    // It has no tool that deletes, and its SQL tool only reads.
    server({
      id: 'remote',
      title: 'Render MCP server',
      hosts: ['mcp.render.com'],
      narrower: 'Hand it a scoped, read-only API key',
    }),
  ],
  hosts: [
    {
      suffix: '.render.com',
      environmentLocal: false,
      source: 'https://render.com/docs/postgresql-creating-connecting',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'render-postgres',
      title: 'Render Postgres',
      holds: 'database',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service'],
      source: 'https://render.com/docs/postgresql-backups',
      checkedOn,
    },
    {
      product: 'render-disk',
      title: 'Render disk',
      holds: 'volume',
      // What becomes of the snapshots of a deleted disk is not documented.
      backupsDieWithStore: false,
      spansEnvironments: false,
      hostsDatabases: false,
      source: 'https://render.com/docs/disks',
      checkedOn,
    },
    {
      product: 'render-key-value',
      title: 'Render Key Value',
      holds: 'cache',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service'],
      source: 'https://render.com/docs/key-value',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('render', 'Render', {
      files: [{ glob: '**/render.yaml', hints: ['services:', 'databases:', 'projects:'] }],
    }),
  ],
});
