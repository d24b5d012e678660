import { definePack, mcpServersOf, mcpSwitch } from '../../model/pack.ts';

const claim = { source: 'https://github.com/bytebase/dbhub', checkedOn: '2026-11-21' };

const server = mcpServersOf(claim);
const narrower = 'Connect it as a database user that can only read';

/** MCP servers that speak to several kinds of database. */
export const pack = definePack({
  id: 'database-mcp',
  title: 'Database MCP servers',
  mcp: [
    server({
      id: 'dbhub',
      title: 'DBHub MCP server',
      packages: ['@bytebase/dbhub', 'bytebase/dbhub'],
      commands: ['dbhub'],
      destructiveTools: ['execute_sql'],
      // Newer versions take it from their TOML file instead, tool by tool.
      readOnly: [mcpSwitch('--readonly')],
      narrower,
    }),
    server({
      id: 'toolbox',
      title: 'MCP Toolbox for Databases',
      packages: ['us-central1-docker.pkg.dev/database-toolbox/toolbox/toolbox'],
      commands: ['toolbox'],
      destructiveTools: ['postgres-execute-sql', 'bigquery-execute-sql', 'spanner-execute-sql'],
      narrower: 'Define tools with fixed statements instead of the ones that execute any SQL',
      source: 'https://github.com/googleapis/genai-toolbox',
    }),
    server({
      id: 'executeautomation',
      title: 'database MCP server of ExecuteAutomation',
      packages: ['@executeautomation/database-server'],
      destructiveTools: ['write_query', 'alter_table', 'drop_table'],
      narrower,
      source: 'https://github.com/executeautomation/mcp-database-server',
    }),
  ],
});
