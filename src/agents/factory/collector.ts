import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Factory's Droid: command lists, autonomy, sandbox, hooks, MCP servers and prose of each project folder. */
export const collector: Collector = {
  id: 'factory',
  emits: agentKinds,
  files: [
    { glob: '**/.factory/settings.json', format: 'json' },
    { glob: '**/.factory/settings.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.factory/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.factory/hooks.json', format: 'json' },
    { glob: '**/.factory/hooks/**', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.factory/settings.json', format: 'json' },
    { glob: '~/.factory/settings.local.json', format: 'json' },
    { glob: '~/.factory/mcp.json', format: 'json' },
  ],
  group: (files) => groupByProject(files, ['.factory'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.factory/settings.json', '.factory/settings.local.json', '.factory/mcp.json'],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return baseName(file) !== 'AGENTS.md';
}
