import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Qwen Code: settings, rules, hooks, MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'qwen',
  emits: agentKinds,
  files: [
    { glob: '**/.qwen/settings.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.qwen/hooks/**', format: 'text' },
    { glob: '**/.qwenignore', format: 'text' },
    { glob: '**/QWEN.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.qwen/settings.json', format: 'json' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.qwen/settings.json'],
    load: () => import('./harden.ts'),
  },
};
