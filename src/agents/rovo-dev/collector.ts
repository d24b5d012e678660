import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Rovo Dev: tool permissions and MCP servers of each project folder and of the user. */
export const collector: Collector = {
  id: 'rovo-dev',
  emits: agentKinds,
  files: [
    { glob: '**/.rovodev/config.yml', format: 'yaml' },
    { glob: '**/.rovodev/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.rovodev/config.yml', format: 'yaml' },
    { glob: '~/.rovodev/mcp.json', format: 'json' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
