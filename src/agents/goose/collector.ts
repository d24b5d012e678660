import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Goose: hints, recipes and plugins of each project folder, and the user's mode, extensions and tool permissions. */
export const collector: Collector = {
  id: 'goose',
  emits: agentKinds,
  files: [
    { glob: '**/.goosehints', format: 'text' },
    { glob: '**/.gooseignore', format: 'text' },
    { glob: '**/.goose/**/*.yaml', format: 'yaml' },
    { glob: '**/.goose/**/*.yml', format: 'yaml' },
    { glob: '**/.agents/plugins/*/.mcp.json', format: 'json' },
    { glob: '**/.agents/plugins/*/hooks/hooks.json', format: 'json' },
    { glob: '**/.agents/plugins/*/hooks/**', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/goose/config.yaml', format: 'yaml' },
    { glob: '~/.config/goose/permission.yaml', format: 'yaml' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
