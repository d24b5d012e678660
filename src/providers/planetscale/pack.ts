import type { CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';

const checkedOn = '2026-11-21';

/** The name has to be typed at a terminal; `--force` passes it by. What `pscale sql` and `pscale shell` do is in their SQL. */
const command = commandsOf(
  'pscale',
  { source: 'https://github.com/planetscale/cli/tree/main/internal/cmd', checkedOn },
  { asks: 'needs-flag', skipsPrompt: ['--force'] },
);
const commands: readonly CommandSpec[] = [
  command('database|db delete|rm', 'database', { safeVariant: 'pscale database list' }),
  command('branch delete|rm', 'environment', { safeVariant: 'pscale branch list' }),
  command('backup delete|rm', 'backup', { safeVariant: 'pscale backup list' }),
  command('workflow cutover', 'database', {
    safeVariant: 'pscale workflow verify-data',
    recovery: 'the moved tables are removed from the source keyspace only',
  }),
];

const token = credentialsOf({
  source: 'https://planetscale.com/docs/api/reference/service-tokens',
  checkedOn,
});
const password = credentialsOf({
  source: 'https://planetscale.com/docs/vitess/security/password-roles',
  checkedOn,
});
const narrower =
  'Grant the service token only what its job needs, on one non-production database, with an expiry';
const credentials: readonly CredentialSpec[] = [
  token({
    id: 'service-token',
    title: 'PlanetScale service token',
    env: ['PLANETSCALE_SERVICE_TOKEN', 'PLANETSCALE_TOKEN', 'PLANETSCALE_API_TOKEN'],
    prefixes: ['pscale_tkn_'],
    shape: /pscale_tkn_[A-Za-z0-9_-]{43}/,
    // It starts with no permission at all; the grants are not in the text.
    scope: null,
    actions: null,
    expires: 'optional',
    narrower,
  }),
  token({
    id: 'oauth-token',
    title: 'PlanetScale OAuth token',
    prefixes: ['pscale_oauth_'],
    shape: /pscale_oauth_[A-Za-z0-9_=.-]{32,64}/,
    scope: null,
    actions: null,
    narrower,
  }),
  password({
    id: 'database-password',
    title: 'PlanetScale database password',
    prefixes: ['pscale_pw_'],
    shape: /pscale_pw_[A-Za-z0-9_-]{43}/,
    scope: 'environment',
    // The role of a password, reader to admin, is not in the text.
    actions: null,
    plane: 'data',
    expires: 'optional',
    narrower: 'Create a password with the reader or readwriter role, one for each branch',
  }),
];

const hosted = mcpServersOf({ source: 'https://planetscale.com/docs/connect/mcp', checkedOn });
const local = mcpServersOf({ source: 'https://planetscale.com/docs/cli/mcp', checkedOn });
const mcp: readonly McpSpec[] = [
  hosted({
    id: 'remote',
    title: 'PlanetScale MCP server',
    hosts: ['mcp.pscale.dev'],
    destructiveTools: ['planetscale_execute_write_query'],
    readOnly: [mcpSwitch('path:/planetscale-insights-only')],
    narrower:
      'Grant read-only access to non-production databases when logging in, or use https://mcp.pscale.dev/mcp/planetscale-insights-only',
  }),
  // Only ever opens connections of a reader.
  local({
    id: 'local',
    title: 'PlanetScale MCP server of the CLI',
    commands: ['pscale mcp'],
    narrower: 'Nothing to do: it only reads',
  }),
];

const operation = operationsOf({
  source: 'https://planetscale.com/docs/api/reference/getting-started-with-planetscale-api',
  checkedOn,
});
const database = '/v1/organizations/{organization}/databases/{database}';

/** Everything known about PlanetScale: credentials, commands, API, MCP servers and hosts. */
export const pack = definePack({
  id: 'planetscale',
  title: 'PlanetScale',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api: {
    hosts: ['api.planetscale.com'],
    operations: [
      operation(`DELETE ${database}`, 'database', { argument: 'database' }),
      operation(`DELETE ${database}/branches/{branch}`, 'environment', { argument: 'branch' }),
      operation(`DELETE ${database}/branches/{branch}/backups/{id}`, 'backup', { argument: 'id' }),
    ],
  },
  mcp,
  hosts: ['.connect.psdb.cloud', '.pg.psdb.cloud'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    tenantInUser: true,
    source: 'https://planetscale.com/docs/vitess/connecting/connection-strings',
    checkedOn,
  })),
  collectors: [
    collector,
    toolingCollector('planetscale', 'PlanetScale', {
      files: [{ glob: '**/.pscale.yml' }],
      npm: ['@planetscale/database'],
      others: ['planetscale_rails', 'planetscale/planetscale-go'],
    }),
  ],
});
