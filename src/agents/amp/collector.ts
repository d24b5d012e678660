import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Amp: permissions, guarded files, MCP servers and prose of each project folder. */
export const collector: Collector = {
  id: 'amp',
  emits: agentKinds,
  files: [
    { glob: '**/.amp/settings.{json,jsonc}', format: 'json', evenIfIgnored: true },
    { glob: '**/.vscode/settings.json', format: 'json', hints: ['"amp.'] },
    { glob: '**/{AGENTS,AGENT}.md', format: 'markdown' },
    { glob: '~/.config/amp/settings.{json,jsonc}', format: 'json' },
  ],
  group: (files) => groupByProject(files, ['.amp', '.vscode'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.amp/settings.json', '.amp/settings.jsonc', '.vscode/settings.json'],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return !/^AGENTS?\.md$/.test(baseName(file));
}
