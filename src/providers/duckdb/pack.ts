import { definePack, mcpServersOf, mcpSwitch } from '../../model/pack.ts';

const claim = {
  source: 'https://github.com/motherduckdb/mcp-server-motherduck',
  checkedOn: '2026-11-21',
};

/** DuckDB and MotherDuck: the MCP server. */
export const pack = definePack({
  id: 'duckdb',
  title: 'DuckDB',
  mcp: [
    mcpServersOf(claim)({
      id: 'motherduck',
      title: 'MotherDuck MCP server',
      packages: ['mcp-server-motherduck'],
      destructiveTools: ['query'],
      readOnly: [mcpSwitch('--read-only')],
      narrower: 'Start it with --read-only',
    }),
  ],
});
