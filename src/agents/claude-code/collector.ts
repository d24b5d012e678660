import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** What a hook script has that refuses something. */
const refusals = ['permissionDecision', 'exit 2', 'exit(2)'];

/** Claude Code: settings, rules, hooks, MCP servers, skills, subagents and prose of each project folder. */
export const collector: Collector = {
  id: 'claude-code',
  emits: agentKinds,
  files: [
    { glob: '**/.claude/settings.json', format: 'json' },
    { glob: '**/.claude/settings.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.mcp.json', format: 'json', evenIfIgnored: true },
    {
      glob: '**/.claude/agents/**/*.md',
      format: 'markdown',
      hints: ['permissionMode', 'mcpServers'],
    },
    { glob: '**/.claude/skills/**/SKILL.md', format: 'markdown', hints: ['allowed-tools'] },
    { glob: '**/.claude/commands/**/*.md', format: 'markdown', hints: ['allowed-tools'] },
    { glob: '**/.claude/hooks/**', format: 'text', evenIfIgnored: true },
    { glob: '**/.claude-plugin/plugin.json', format: 'json' },
    { glob: '**/hooks/hooks.json', format: 'json', hints: ['PreToolUse', 'PostToolUse'] },
    { glob: '**/hooks/*.sh', format: 'text', hints: refusals },
    { glob: '**/hooks/*.py', format: 'text', hints: refusals },
    { glob: '**/CLAUDE.md', format: 'markdown' },
    { glob: '**/CLAUDE.local.md', format: 'markdown', evenIfIgnored: true },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '**/.claude/rules/**/*.md', format: 'markdown' },
    { glob: '~/.claude/settings.json', format: 'json' },
    { glob: '~/.claude/CLAUDE.md', format: 'markdown' },
    { glob: '~/.claude/hooks/**', format: 'text' },
    { glob: '~/.claude.json', format: 'json', hints: ['mcpServers'] },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.claude/settings.json', '.claude/settings.local.json'],
    load: () => import('./harden.ts'),
  },
};
