import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupFiles } from './group.ts';

/** Continue and its CLI: MCP servers, prose and misplaced permissions of each project folder; the user's permissions. */
export const collector: Collector = {
  id: 'continue',
  emits: agentKinds,
  files: [
    { glob: '**/.continue/config.yaml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.continue/config.yml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.continue/permissions.yaml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.continue/mcpServers/*.yaml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.continue/mcpServers/*.yml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.continue/mcpServers/*.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.continue/agents/*.md', format: 'markdown' },
    { glob: '**/.continue/rules/**/*.md', format: 'markdown' },
    { glob: '**/.continuerules', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.continue/config.yaml', format: 'yaml' },
    { glob: '~/.continue/permissions.yaml', format: 'yaml' },
    { glob: '~/.continue/mcpServers/*.yaml', format: 'yaml' },
  ],
  group: groupFiles,
  load: () => import('./collect.ts'),
};
