import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Gemini CLI: settings, policies, hooks, MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'gemini-cli',
  emits: agentKinds,
  files: [
    { glob: '**/.gemini/settings.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.gemini/policies/*.toml', format: 'toml', evenIfIgnored: true },
    { glob: '**/.gemini/hooks/**', format: 'text' },
    { glob: '**/.geminiignore', format: 'text' },
    { glob: '**/GEMINI.md', format: 'markdown' },
    { glob: '~/.gemini/settings.json', format: 'json' },
    { glob: '~/.gemini/policies/*.toml', format: 'toml' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.gemini/settings.json', '.geminiignore'],
    load: () => import('./harden.ts'),
  },
};
