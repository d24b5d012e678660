import type { CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack, mcpServersOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const timeTravel =
  'according to vendor documentation in 2026, UNDROP works within the Time Travel retention of the object, 1 day unless set otherwise';

/** Commands that run SQL, `snow sql` and `snowsql`, are judged by that SQL. */
const command = commandsOf('snow', {
  source: 'https://docs.snowflake.com/en/developer-guide/snowflake-cli/command-reference/overview',
  checkedOn,
});
const commands: readonly CommandSpec[] = [
  command('object drop database|schema|table|dynamic-table', 'database', {
    safeVariant: 'snow object describe',
    recovery: timeTravel,
  }),
  command('object drop stage', 'bucket', { safeVariant: 'snow stage list-files' }),
  command('stage drop', 'bucket', { safeVariant: 'snow stage list-files' }),
  command('dcm purge', 'database', {
    asks: 'needs-flag',
    skipsPrompt: ['--force'],
    safeVariant: 'snow dcm plan',
  }),
];

const credential = credentialsOf({
  source: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
  checkedOn,
});
const narrower =
  'Use a service user with key-pair login and a role that owns nothing in production, or a token restricted to such a role';
const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'password',
    title: 'Snowflake password',
    env: ['SNOWFLAKE_PASSWORD', 'SNOWSQL_PWD'],
    scope: 'account',
    // The role beside it decides; text alone cannot tell.
    actions: null,
    plane: 'data',
    expires: 'never',
    narrower,
  }),
  credential({
    id: 'access-token',
    title: 'Snowflake access token',
    env: ['SNOWFLAKE_TOKEN'],
    scope: 'account',
    actions: null,
    plane: 'data',
    expires: 'always',
    narrower,
  }),
  credential({
    id: 'private-key',
    title: 'Snowflake private key',
    env: ['SNOWFLAKE_PRIVATE_KEY', 'SNOWFLAKE_PRIVATE_KEY_RAW'],
    scope: 'account',
    actions: null,
    plane: 'data',
    expires: 'never',
    narrower,
  }),
];

const server = mcpServersOf({ source: 'https://github.com/Snowflake-Labs/mcp', checkedOn });
const mcp: readonly McpSpec[] = [
  // What SQL may do stands in its service configuration, which is another file.
  server({
    id: 'labs',
    title: 'Snowflake Labs MCP server',
    packages: ['snowflake-labs-mcp', 'mcp-server-snowflake'],
    narrower:
      'Set Drop, Delete and TruncateTable to False under sql_statement_permissions of its configuration, and log in with a read-only role',
  }),
];

/** Everything known about Snowflake: credentials, commands, MCP server and hosts. */
export const pack = definePack({
  id: 'snowflake',
  title: 'Snowflake',
  credentials,
  commands,
  mcp,
  hosts: [
    {
      suffix: '.snowflakecomputing.com',
      environmentLocal: false,
      source: 'https://docs.snowflake.com/en/user-guide/organizations-connect',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('snowflake', 'Snowflake', {
      files: [{ glob: '**/snowflake.yml' }],
      npm: ['snowflake-sdk'],
      python: [
        'snowflake-connector-python',
        'snowflake-cli',
        'snowflake-sqlalchemy',
        'dbt-snowflake',
      ],
      others: ['snowflakedb/gosnowflake', 'Snowflake.Data'],
    }),
  ],
});
