import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Trae: MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'trae',
  emits: agentKinds,
  files: [
    { glob: '**/.trae/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.trae/.ignore', format: 'text' },
    { glob: '**/.trae/rules/**/*.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
