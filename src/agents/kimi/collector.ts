import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Kimi Code: MCP servers of each project folder, and the mode, rules and hooks of the user. */
export const collector: Collector = {
  id: 'kimi',
  emits: agentKinds,
  files: [
    { glob: '**/.kimi-code/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.kimi-code/config.toml', format: 'toml' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.kimi-code/config.toml', format: 'toml' },
    { glob: '~/.kimi-code/mcp.json', format: 'json' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
