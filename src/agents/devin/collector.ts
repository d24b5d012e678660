import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Devin's editor and CLI with what they read of Windsurf's: permissions, MCP servers, hooks, ignore files and prose of each project folder. */
export const collector: Collector = {
  id: 'devin',
  emits: agentKinds,
  files: [
    { glob: '**/.devin/config.json', format: 'json' },
    { glob: '**/.devin/config.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.cognition/config.json', format: 'json' },
    { glob: '**/.cognition/config.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.devin/mcp_config.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.devin/hooks.v1.json', format: 'json' },
    { glob: '**/.devin/hooks.json', format: 'json' },
    { glob: '**/.windsurf/hooks.json', format: 'json' },
    { glob: '**/.devin/hooks/**', format: 'text' },
    { glob: '**/.windsurf/hooks/**', format: 'text' },
    { glob: '**/.devin/rules/**/*.md', format: 'markdown' },
    { glob: '**/.windsurf/rules/**/*.md', format: 'markdown' },
    { glob: '**/.windsurfrules', format: 'text' },
    { glob: '**/.devinignore', format: 'text' },
    { glob: '**/.codeiumignore', format: 'text' },
    { glob: '**/.windsurfignore', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/devin/config.json', format: 'json' },
    { glob: '~/.config/cognition/config.json', format: 'json' },
    { glob: '~/.config/devin/mcp_config.json', format: 'json' },
    { glob: '~/.codeium/windsurf/mcp_config.json', format: 'json' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
  hardening: {
    products: ['devin'],
    files: [
      '.devin/config.json',
      '.devin/config.local.json',
      '.cognition/config.json',
      '.cognition/config.local.json',
    ],
    load: () => import('./harden.ts'),
  },
};
