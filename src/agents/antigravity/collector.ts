import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Antigravity, the editor and `agy`: permission lists, hooks, MCP servers and prose of each project folder. */
export const collector: Collector = {
  id: 'antigravity',
  emits: agentKinds,
  files: [
    { glob: '**/.antigravity/settings.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.agents/mcp_config.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.agents/hooks.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.agents/hooks/**', format: 'text' },
    { glob: '**/.agents/rules/**/*.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '**/GEMINI.md', format: 'markdown' },
    { glob: '~/.gemini/antigravity-cli/settings.json', format: 'json' },
    { glob: '~/.gemini/config/mcp_config.json', format: 'json' },
    { glob: '~/.gemini/config/hooks.json', format: 'json' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.antigravity/settings.json', '.agents/mcp_config.json'],
    load: () => import('./harden.ts'),
  },
};
