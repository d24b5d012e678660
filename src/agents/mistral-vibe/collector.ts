import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Mistral Vibe: tool permissions, hooks and MCP servers of each project folder, else those of the user. */
export const collector: Collector = {
  id: 'mistral-vibe',
  emits: agentKinds,
  files: [
    { glob: '**/.vibe/config.toml', format: 'toml' },
    { glob: '**/.vibe/hooks.toml', format: 'toml' },
    { glob: '**/.vibe/hooks/**', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.vibe/config.toml', format: 'toml' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: { files: ['.vibe/config.toml', '.vibeignore'], load: () => import('./harden.ts') },
};
