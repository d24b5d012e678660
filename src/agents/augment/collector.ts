import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { baseName, type FilePath } from '../../model/source.ts';
import { groupByProject } from '../../recognize/agent/agent-group.ts';

/** Augment's Auggie CLI: tool permissions, hooks, MCP servers, ignore file and prose of each project folder. */
export const collector: Collector = {
  id: 'augment',
  emits: agentKinds,
  files: [
    { glob: '**/.augment/settings.json', format: 'json' },
    { glob: '**/.augment/settings.local.json', format: 'json', evenIfIgnored: true },
    { glob: '**/.augment/{hooks,scripts}/**', format: 'text' },
    { glob: '**/.augment/rules/**/*.md', format: 'markdown' },
    { glob: '**/.augment-guidelines', format: 'text' },
    { glob: '**/.augmentignore', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.augment/settings.json', format: 'json' },
  ],
  group: (files) => groupByProject(files, ['.augment'], standsAlone),
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.augment/settings.json', '.augment/settings.local.json', '.augmentignore'],
    load: () => import('./harden.ts'),
  },
};

function standsAlone(file: FilePath): boolean {
  return baseName(file) !== 'AGENTS.md';
}
