import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Cursor and its CLI: allowlists, tokens, sandbox, hooks, MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'cursor',
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
  ],
  files: [
    { glob: '**/.cursor/permissions.json', format: 'json' },
    { glob: '**/.cursor/cli.json', format: 'json' },
    { glob: '**/.cursor/sandbox.json', format: 'json' },
    { glob: '**/.cursor/hooks.json', format: 'json' },
    { glob: '**/.cursor/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.cursor/hooks/**', format: 'text' },
    { glob: '**/.cursor/rules/**/*.mdc', format: 'markdown' },
    { glob: '**/.cursorrules', format: 'text' },
    { glob: '**/.cursorignore', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
