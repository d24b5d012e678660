import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupFiles } from './group.ts';

const hints = ['"agent"', '"context_servers"', '"private_files"'];

/** Zed's agent: MCP servers, private files and misplaced permissions of each project folder; the user's permissions and sandbox. */
export const collector: Collector = {
  id: 'zed',
  emits: agentKinds,
  files: [
    { glob: '**/.zed/settings.json', format: 'json', hints, evenIfIgnored: true },
    { glob: '**/.rules', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.config/zed/settings.json', format: 'json', hints },
  ],
  group: groupFiles,
  load: () => import('./collect.ts'),
  hardening: { files: ['.zed/settings.json'], load: () => import('./harden.ts') },
};
