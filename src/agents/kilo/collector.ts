import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Kilo Code: permissions, agents, sandbox, MCP servers and prose of each project folder, and what is left of versions before 1.0. */
export const collector: Collector = {
  id: 'kilo',
  emits: agentKinds,
  files: [
    { glob: '**/kilo.{json,jsonc}', format: 'json', evenIfIgnored: true },
    {
      glob: '**/.kilo/{agent,agents,mode,modes}/**/*.md',
      format: 'markdown',
      hints: ['permission', 'tools'],
    },
    {
      glob: '**/.kilo/{plugin,plugins}/**/*.{js,ts,mjs,mts}',
      format: 'text',
      hints: ['tool.execute.before'],
    },
    { glob: '**/.kilocode/mcp.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.vscode/settings.json', format: 'json', hints: ['kilo-code.'] },
    { glob: '**/.kilo/rules/**/*.md', format: 'markdown' },
    { glob: '**/.kilocode/rules/**/*.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/kilo/kilo.{json,jsonc}', format: 'json' },
    {
      glob: '~/.config/kilo/{agent,agents,mode,modes}/**/*.md',
      format: 'markdown',
      hints: ['permission', 'tools'],
    },
  ],
  group: (files) => groupByProject(files, ['.kilo', '.kilocode', '.vscode'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: [
      'kilo.json',
      'kilo.jsonc',
      '.kilo/kilo.json',
      '.kilo/kilo.jsonc',
      '.kilo/{agent,agents,mode,modes}/**/*.md',
    ],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return baseName(file) !== 'AGENTS.md';
}
