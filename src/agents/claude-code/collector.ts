import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Claude Code: settings, rules, hooks, MCP servers, skills, subagents and prose of each project folder. */
export const collector: Collector = {
  id: 'claude-code',
  emits: [
    'Agent',
    'AgentRule',
    'InertSetting',
    'McpServer',
    'Guard',
    'Relation',
    'Credential',
    'DataStore',
    'Environment',
    'FailureDomain',
    'Binding',
  ],
  files: [
    { glob: '**/.claude/settings.json', format: 'json' },
    { glob: '**/.claude/settings.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.claude/agents/**/*.md', format: 'markdown', hints: ['permissionMode'] },
    { glob: '**/.claude/skills/**/SKILL.md', format: 'markdown', hints: ['allowed-tools'] },
    { glob: '**/.claude/commands/**/*.md', format: 'markdown', hints: ['allowed-tools'] },
    { glob: '**/.claude/hooks/**', format: 'text' },
    { glob: '**/CLAUDE.md', format: 'markdown' },
    { glob: '**/CLAUDE.local.md', format: 'markdown', evenIfIgnored: true },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '**/.claude/rules/**/*.md', format: 'markdown' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
