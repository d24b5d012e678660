import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Kiro: custom agents, MCP approvals, permissions, hooks, ignore file and steering of each project folder. */
export const collector: Collector = {
  id: 'kiro',
  emits: agentKinds,
  files: [
    { glob: '**/.kiro/settings/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.kiro/settings/permissions.{yaml,yml}', format: 'yaml' },
    { glob: '**/.kiro/agents/**/*.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.kiro/agents/**/*.md', format: 'markdown' },
    { glob: '**/.kiro/hooks/*.json', format: 'json' },
    { glob: '**/.kiro/hooks/**/*.{sh,bash,py,js,mjs,cjs,ts,rb}', format: 'text' },
    { glob: '**/.kiro/scripts/**/*.{sh,bash,py,js,mjs,cjs,ts,rb}', format: 'text' },
    { glob: '**/.kiro/steering/**/*.md', format: 'markdown' },
    { glob: '**/.kiroignore', format: 'text' },
    { glob: '**/.vscode/settings.json', format: 'json', hints: ['kiroAgent.'] },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.kiro/settings/mcp.json', format: 'json' },
    { glob: '~/.kiro/settings/permissions.{yaml,yml}', format: 'yaml' },
    { glob: '~/.kiro/settings/kiroignore', format: 'text' },
    { glob: '~/.kiro/agents/**/*.json', format: 'json' },
    { glob: '~/.kiro/agents/**/*.md', format: 'markdown' },
    { glob: '~/.kiro/hooks/*.json', format: 'json' },
  ],
  group: (files) => groupByProject(files, ['.kiro', '.vscode'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.kiro/agents/**/*.{json,md}', '.kiro/settings/mcp.json', '.kiroignore'],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return baseName(file) !== 'AGENTS.md';
}
