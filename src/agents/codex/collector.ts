import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** OpenAI Codex: configuration, command rules, hooks, MCP servers and prose of each project folder. */
export const collector: Collector = {
  id: 'codex',
  emits: agentKinds,
  files: [
    { glob: '**/.codex/config.toml', format: 'toml', evenIfIgnored: true },
    { glob: '**/.codex/hooks.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.codex/rules/*.rules', format: 'text', evenIfIgnored: true },
    { glob: '**/.codex/hooks/**', format: 'text' },
    { glob: '**/.codex/managed_config.toml', format: 'toml' },
    {
      glob: '**/requirements.toml',
      format: 'toml',
      hints: ['allowed_approval_policies', 'allowed_sandbox_modes', 'allowed_permission_profiles'],
    },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '**/AGENTS.override.md', format: 'markdown' },
    { glob: '~/.codex/config.toml', format: 'toml' },
    { glob: '~/.codex/hooks.json', format: 'json' },
    { glob: '~/.codex/rules/*.rules', format: 'text' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.codex/config.toml', '.codex/rules/destructive.rules', '.codex/rules/default.rules'],
    load: () => import('./harden.ts'),
  },
};
