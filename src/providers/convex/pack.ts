import type { CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { refineKey } from './refine.ts';
import { collector } from './stages-collector.ts';

const checkedOn = '2026-11-21';

const command = commandsOf(
  'convex',
  { source: 'https://docs.convex.dev/cli', checkedOn },
  { targets: ['CONVEX_DEPLOY_KEY', 'CONVEX_DEPLOYMENT_TOKEN', 'CONVEX_DEPLOYMENT'] },
);
const commands: readonly CommandSpec[] = [
  command('import', 'database', {
    onlyWith: ['--replace-all|--replace'],
    asks: 'needs-flag',
    skipsPrompt: ['--yes|-y'],
    safeVariant: 'convex export',
  }),
];

const key = credentialsOf({
  source: 'https://docs.convex.dev/cli/deploy-key-types',
  checkedOn,
});
const production =
  'Keep production deploy keys in the hosting platform only, and use a dev or preview deploy key here';

const credentials: readonly CredentialSpec[] = [
  key({
    id: 'deploy-key',
    title: 'Convex deploy key',
    env: ['CONVEX_DEPLOY_KEY', 'CONVEX_DEPLOYMENT_TOKEN'],
    // The beginning of the value names the deployment; a bare reference does not show it.
    scope: null,
    actions: null,
    refine: refineKey,
    expires: 'optional',
    narrower: production,
  }),
  key({
    id: 'production-deploy-key',
    title: 'Convex production deploy key',
    prefixes: ['prod:'],
    shape: /prod:[a-z0-9-]{3,80}\|[A-Za-z0-9+/=_-]{20,800}/,
    scope: 'environment',
    // Newer keys carry a permission set that the text does not show.
    actions: ['read', 'write', 'delete'],
    refine: refineKey,
    expires: 'optional',
    narrower: production,
  }),
  key({
    id: 'development-deploy-key',
    title: 'Convex development deploy key',
    prefixes: ['dev:'],
    shape: /dev:[a-z0-9-]{3,80}\|[A-Za-z0-9+/=_-]{20,800}/,
    scope: 'environment',
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    refine: refineKey,
    expires: 'optional',
    narrower: 'Keep the key out of the repository: each developer has a deployment of their own',
  }),
  key({
    id: 'preview-deploy-key',
    title: 'Convex preview deploy key',
    prefixes: ['preview:'],
    shape: /preview:[a-z0-9-]{1,80}:[a-z0-9-]{1,80}\|[A-Za-z0-9+/=_-]{20,800}/,
    scope: 'environment',
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    refine: refineKey,
    expires: 'optional',
    narrower: 'Keep the key in the settings of the platform that builds previews',
  }),
  key({
    id: 'project-token',
    title: 'Convex project token',
    prefixes: ['project:'],
    shape: /project:[a-z0-9-]{1,80}:[a-z0-9-]{1,80}\|[A-Za-z0-9+/=_-]{20,800}/,
    // Development and production of the project.
    scope: 'project',
    actions: ['read', 'write', 'delete', 'admin'],
    refine: refineKey,
    expires: 'optional',
    narrower: production,
  }),
  key({
    id: 'admin-key',
    title: 'Convex self-hosted admin key',
    env: ['CONVEX_SELF_HOSTED_ADMIN_KEY'],
    shape: /[a-z0-9-]{3,80}\|[0-9a-f]{40,400}/,
    scope: 'environment',
    actions: ['read', 'write', 'delete', 'admin'],
    refine: refineKey,
    expires: 'never',
    narrower: 'Keep the admin key on the server, and generate another one for each environment',
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/get-convex/convex-backend/tree/main/npm-packages/convex/src/cli',
  checkedOn,
});
const mcp: readonly McpSpec[] = [
  server({
    id: 'cli',
    title: 'Convex MCP server',
    commands: ['convex mcp'],
    destructiveTools: ['run', 'envSet', 'envRemove'],
    // Without the switch it changes development deployments only.
    writesWith: [mcpSwitch('--dangerously-enable-production-deployments')],
    narrower:
      'Remove "--dangerously-enable-production-deployments", and name run, envSet and envRemove in "--disable-tools"',
  }),
];

/** Everything known about Convex: credentials, commands and its MCP server. */
export const pack = definePack({
  id: 'convex',
  title: 'Convex',
  credentials,
  commands,
  mcp,
  variables: [
    {
      env: ['CONVEX_DEPLOYMENT'],
      names: {
        what: 'store',
        product: 'convex-deployment',
        shape: /(?:dev|prod|preview|local):([a-z0-9-]{3,80})/,
      },
      companions: [],
      source: 'https://docs.convex.dev/cli#deploy-keys-and-self-hosting',
      checkedOn,
    },
  ],
  hosts: [
    {
      suffix: '.convex.cloud',
      environmentLocal: false,
      store: {
        product: 'convex-deployment',
        namedBy: 'first-label',
        shape: /[a-z]{2,20}-[a-z]{2,20}-\d{1,6}/,
      },
      source: 'https://docs.convex.dev/client/react/deployment-urls',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'convex-deployment',
      title: 'Convex deployment',
      holds: 'database',
      // They are restored into other deployments of the team; what becomes of those of a deleted one is not documented.
      backupsDieWithStore: false,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service'],
      source: 'https://docs.convex.dev/database/backup-restore',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('convex', 'Convex', {
      files: [{ glob: '**/convex.json' }],
      npm: ['convex'],
      python: ['convex'],
      others: ['convex'],
    }),
  ],
});
