import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Warp's agent: MCP servers and prose of each project folder, and the profiles of the user. */
export const collector: Collector = {
  id: 'warp',
  emits: agentKinds,
  files: [
    { glob: '**/.warp/.mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.warp/settings.toml', format: 'toml' },
    { glob: '**/WARP.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.warp/settings.toml', format: 'toml' },
    { glob: '~/.config/warp-terminal/settings.toml', format: 'toml' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
