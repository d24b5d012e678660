import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Amazon Q Developer CLI, superseded by Kiro: its agents, MCP servers and rules in prose of each project folder. */
export const collector: Collector = {
  id: 'amazon-q',
  emits: agentKinds,
  files: [
    { glob: '**/.amazonq/{cli-agents,agents}/**/*.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.amazonq/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.amazonq/hooks/**/*.{sh,bash,py,js,mjs,cjs,ts,rb}', format: 'text' },
    { glob: '**/.amazonq/rules/**/*.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.aws/amazonq/{cli-agents,agents}/**/*.json', format: 'json' },
    { glob: '~/.aws/amazonq/mcp.json', format: 'json' },
  ],
  group: (files) => groupByProject(files, ['.amazonq'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.amazonq/{cli-agents,agents}/**/*.json'],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return baseName(file) !== 'AGENTS.md';
}
