import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Replit: the workflows its agent writes and starts, and the variables of the workspace and of the deployment. */
export const collector: Collector = {
  id: 'replit',
  emits: agentKinds,
  files: [
    { glob: '**/.replit', format: 'toml' },
    { glob: '**/replit.md', format: 'markdown' },
    { glob: '**/AGENTS.md', format: 'markdown' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
