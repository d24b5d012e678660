import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Grok's CLI: rules, hooks and MCP servers of each project folder, and the mode of the user. */
export const collector: Collector = {
  id: 'grok',
  emits: agentKinds,
  files: [
    { glob: '**/.grok/config.toml', format: 'toml' },
    { glob: '**/.grok/hooks/*.json', format: 'json' },
    { glob: '**/.grok/hooks/**', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.grok/config.toml', format: 'toml' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: { files: ['.grok/config.toml'], load: () => import('./harden.ts') },
};
