import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Cursor, its CLI and its cloud agents: allowlists, tokens, sandbox, hooks, MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'cursor',
  emits: agentKinds,
  files: [
    { glob: '**/.cursor/permissions.json', format: 'json' },
    { glob: '**/.cursor/cli.json', format: 'json' },
    { glob: '**/.cursor/sandbox.json', format: 'json' },
    { glob: '**/.cursor/hooks.json', format: 'json' },
    { glob: '.cursor/environment.json', format: 'json' },
    { glob: '**/.cursor/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.cursor/hooks/**', format: 'text', evenIfIgnored: true },
    { glob: '**/.claude/settings.json', format: 'json', hints: ['PreToolUse'] },
    { glob: '**/.claude/settings.local.json', format: 'json', hints: ['PreToolUse'] },
    { glob: '**/.claude/hooks/**', format: 'text' },
    { glob: '**/.cursor/rules/**/*.mdc', format: 'markdown' },
    { glob: '**/.cursorrules', format: 'text' },
    { glob: '**/.cursorignore', format: 'text', evenIfIgnored: true },
    { glob: '**/.cursorindexingignore', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.cursor/permissions.json', format: 'json' },
    { glob: '~/.cursor/cli-config.json', format: 'json' },
    { glob: '~/.cursor/sandbox.json', format: 'json' },
    { glob: '~/.cursor/hooks.json', format: 'json' },
    { glob: '~/.cursor/hooks/**', format: 'text' },
    { glob: '~/.cursor/mcp.json', format: 'json' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    files: [
      '.cursor/permissions.json',
      '.cursor/cli.json',
      '.cursor/sandbox.json',
      '.cursor/hooks.json',
      '.cursorignore',
    ],
    load: () => import('./harden.ts'),
  },
};
