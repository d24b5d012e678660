import { definePack, mcpServersOf } from '../../model/pack.ts';

const claim = { source: 'https://www.sqlite.org/cli.html', checkedOn: '2026-11-21' };

/** SQLite: the archived reference MCP server. SQL text and files are read elsewhere. */
export const pack = definePack({
  id: 'sqlite',
  title: 'SQLite',
  mcp: [
    mcpServersOf({
      ...claim,
      source: 'https://github.com/modelcontextprotocol/servers-archived/tree/main/src/sqlite',
    })({
      id: 'reference',
      title: 'archived reference SQLite MCP server',
      packages: ['mcp-server-sqlite', 'mcp/sqlite'],
      destructiveTools: ['write_query'],
      narrower: 'Give it a copy of the database file',
    }),
  ],
});
