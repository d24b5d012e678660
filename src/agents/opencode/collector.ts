import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** OpenCode: permissions, agents, plug-ins, MCP servers and prose of each project folder. */
export const collector: Collector = {
  id: 'opencode',
  emits: agentKinds,
  files: [
    { glob: '**/opencode.{json,jsonc}', format: 'json', evenIfIgnored: true },
    {
      glob: '**/.opencode/{agent,agents,mode,modes}/**/*.md',
      format: 'markdown',
      hints: ['permission', 'tools'],
    },
    {
      glob: '**/.opencode/{plugin,plugins}/**/*.{js,ts,mjs,mts}',
      format: 'text',
      hints: ['tool.execute.before'],
    },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/opencode/opencode.{json,jsonc}', format: 'json' },
    {
      glob: '~/.config/opencode/{agent,agents,mode,modes}/**/*.md',
      format: 'markdown',
      hints: ['permission', 'tools'],
    },
  ],
  group: (files) => groupByProject(files, ['.opencode'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: [
      'opencode.json',
      'opencode.jsonc',
      '.opencode/opencode.json',
      '.opencode/opencode.jsonc',
      '.opencode/{agent,agents,mode,modes}/**/*.md',
    ],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return baseName(file) !== 'AGENTS.md';
}
