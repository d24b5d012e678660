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

const checkedOn = '2026-11-21';
/** @see https://neon.com/docs/reference/api/projects/recover-project */
const recoverable =
  'according to vendor documentation in 2026, "neon projects recover" brings a deleted project back for 7 days';

/** The Neon CLI has no prompt and no flag for one. */
const command = commandsOf('neonctl|neon', {
  source: 'https://github.com/neondatabase/neonctl/tree/main/src/commands',
  checkedOn,
});
const commands: readonly CommandSpec[] = [
  command('projects|project delete', 'project', {
    safeVariant: 'neonctl projects list',
    recovery: recoverable,
  }),
  command('branches|branch delete', 'environment', { safeVariant: 'neonctl branches list' }),
  command('branches|branch reset', 'database', {
    onlyWith: ['--parent'],
    harmlessWith: ['--preserve-under-name'],
    safeVariant: 'neonctl branches schema-diff',
  }),
  command('branches|branch restore', 'database', {
    harmlessWith: ['--preserve-under-name'],
    safeVariant: 'neonctl branches schema-diff',
  }),
  command('databases|database|db delete', 'database', { safeVariant: 'neonctl databases list' }),
  command('neon-auth disable', 'database', {
    onlyWith: ['--delete-data'],
    safeVariant: 'neonctl neon-auth status',
  }),
  command('bucket delete|rm', 'bucket', { safeVariant: 'neonctl bucket list' }),
  command('bucket object delete|rm', 'bucket', {
    onlyWith: ['--recursive'],
    safeVariant: 'neonctl bucket object list',
  }),
];

const credential = credentialsOf({
  source: 'https://neon.com/docs/manage/api-keys',
  checkedOn,
});
const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'api-key',
    title: 'Neon API key',
    env: ['NEON_API_KEY', 'NEON_API_TOKEN'],
    headers: ['authorization'],
    prefixes: ['napi_'],
    shape: /napi_[A-Za-z0-9]{40,80}/,
    // Personal, organisation and project keys look alike; the first two delete whole projects.
    scope: null,
    actions: ['read', 'write', 'delete'],
    expires: 'never',
    narrower:
      'Use a project-scoped API key of a non-production project, and branches that expire for agents',
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/neondatabase/mcp-server-neon',
  checkedOn,
});
const destructiveTools = [
  'delete_project',
  'delete_branch',
  'reset_from_parent',
  'run_sql',
  'run_sql_transaction',
  'complete_database_migration',
  'complete_query_tuning',
];
const mcp: readonly McpSpec[] = [
  server({
    id: 'remote',
    title: 'Neon MCP server',
    hosts: ['mcp.neon.tech'],
    destructiveTools,
    readOnly: [mcpSwitch('?readonly=true'), mcpSwitch('header:x-read-only=true')],
    narrowedBy: [mcpSwitch('?projectId')],
    reach: 'account',
    narrower:
      'Add "?readonly=true&projectId=<id>" to its address, with the id of a non-production project',
  }),
  server({
    id: 'local',
    title: 'Neon MCP server',
    packages: ['@neondatabase/mcp-server-neon'],
    destructiveTools,
    narrower:
      'Use the hosted server at https://mcp.neon.tech/mcp?readonly=true with the id of a non-production project instead',
  }),
];

const operation = operationsOf({ source: 'https://api-docs.neon.tech/reference', checkedOn });
const project = '/api/v2/projects/{project_id}';

/** Everything known about Neon: credentials, commands, API, MCP servers, identifiers and hosts. */
export const pack = definePack({
  id: 'neon',
  title: 'Neon',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api: {
    hosts: ['console.neon.tech'],
    operations: [
      operation(`DELETE ${project}`, 'project', { argument: 'project_id', recovery: recoverable }),
      operation(`DELETE ${project}/branches/{branch_id}`, 'environment', {
        argument: 'branch_id',
      }),
      operation(`DELETE ${project}/branches/{branch_id}/databases/{database_name}`, 'database', {
        argument: 'database_name',
      }),
      operation(`POST ${project}/branches/{branch_id}/restore`, 'database', {
        argument: 'branch_id',
      }),
    ],
  },
  mcp,
  variables: [
    {
      env: ['NEON_PROJECT_ID'],
      names: { what: 'project' },
      companions: [],
      source: 'https://neon.com/docs/guides/branching-github-actions',
      checkedOn,
    },
  ],
  hosts: [
    {
      suffix: '.neon.tech',
      environmentLocal: false,
      // The pooler answers for the same endpoint under a name of its own.
      store: {
        product: 'neon-database',
        namedBy: 'first-label',
        shape: /^(ep-[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){1,3}?)(?:-pooler)?$/,
        perDatabase: true,
      },
      source: 'https://neon.com/docs/connect/connect-from-any-app',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'neon-database',
      title: 'Neon database',
      holds: 'database',
      // History is kept with the branch: who deletes the branch or its project deletes it too.
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service'],
      source: 'https://neon.com/docs/introduction/branch-restore',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('neon', 'Neon', {
      files: [{ glob: '**/.neon', hints: ['projectId'] }],
      npm: ['neonctl', '@neondatabase/serverless', '@neondatabase/api-client'],
    }),
  ],
});
