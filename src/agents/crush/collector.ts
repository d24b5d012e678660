import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Crush: its settings, as JSON or as the script that it runs, hooks, MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'crush',
  emits: agentKinds,
  files: [
    { glob: '**/{crush,.crush}.json', format: 'json', evenIfIgnored: true },
    { glob: '**/{crushrc,.crushrc}', format: 'shell', evenIfIgnored: true },
    { glob: '**/.crush/hooks/**', format: 'text' },
    { glob: '**/.crushignore', format: 'text' },
    { glob: '**/CRUSH.md', format: 'markdown' },
    { glob: '**/CRUSH.local.md', format: 'markdown', evenIfIgnored: true },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/crush/crush.json', format: 'json' },
    { glob: '~/.config/crush/crushrc', format: 'shell' },
  ],
  group: (files) => groupByProject(files, ['.crush'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: ['crush.json', '.crush.json', 'crushrc', '.crushrc', '.crushignore'],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return !/^(?:AGENTS|CRUSH|CRUSH\.local)\.md$/.test(baseName(file));
}
