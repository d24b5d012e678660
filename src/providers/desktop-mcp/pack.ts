import { definePack, mcpServersOf } from '../../model/pack.ts';

const claim = {
  source: 'https://github.com/wonderwhy-er/DesktopCommanderMCP',
  checkedOn: '2026-11-21',
};

const server = mcpServersOf(claim);
const narrower = 'Let the agent use its own shell, whose rules and sandbox then apply';

/** MCP servers that run any command or write any file, past the shell rules of the agent. */
export const pack = definePack({
  id: 'desktop-mcp',
  title: 'Shell and desktop MCP servers',
  mcp: [
    server({
      id: 'desktop-commander',
      title: 'Desktop Commander MCP server',
      packages: ['@wonderwhy-er/desktop-commander', 'mcp/desktop-commander'],
      destructiveTools: [
        'start_process',
        'interact_with_process',
        'execute_command',
        'write_file',
        'move_file',
      ],
      narrower,
    }),
    server({
      id: 'mcp-shell',
      title: 'mcp-shell server',
      packages: ['mcp-shell'],
      destructiveTools: ['run_command'],
      narrower,
      source: 'https://github.com/hdresearch/mcp-shell',
    }),
    server({
      id: 'iterm',
      title: 'iTerm MCP server',
      packages: ['iterm-mcp'],
      destructiveTools: ['write_to_terminal'],
      narrower,
      source: 'https://github.com/ferrislucas/iterm-mcp',
    }),
    server({
      id: 'commands',
      title: 'mcp-server-commands server',
      packages: ['mcp-server-commands'],
      // Renamed in newer versions.
      destructiveTools: ['run_command', 'run_process'],
      narrower,
      source: 'https://github.com/g0t4/mcp-server-commands',
    }),
    server({
      id: 'filesystem',
      title: 'reference filesystem MCP server',
      packages: ['@modelcontextprotocol/server-filesystem', 'mcp/filesystem'],
      // It reaches the folders it is given.
      destructiveTools: ['write_file', 'edit_file', 'move_file'],
      narrower: 'Give it only the folders the task needs',
      source: 'https://github.com/modelcontextprotocol/servers/tree/main/src/filesystem',
    }),
  ],
});
