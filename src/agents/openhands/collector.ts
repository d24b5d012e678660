import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupByFolder } from './group.ts';

/** Words that stand in a `config.toml` of OpenHands and in no other. */
const words = [
  ...['confirmation_mode', 'security_analyzer', 'docker_runtime_kwargs', 'use_host_network'],
  ...['runtime_container_image', 'base_container_image', 'workspace_mount_path', 'sandbox'],
];

/** OpenHands: configuration, repository scripts and prose of each project folder. */
export const collector: Collector = {
  id: 'openhands',
  emits: agentKinds,
  files: [
    { glob: '**/config.toml', format: 'toml', hints: words },
    { glob: '**/.openhands/**/*.md', format: 'markdown' },
    { glob: '**/.openhands/*.sh', format: 'text' },
    { glob: '**/.openhands_instructions', format: 'text' },
    { glob: '**/AGENTS.md', format: 'markdown' },
    { glob: '~/.openhands/config.toml', format: 'toml' },
  ],
  group: groupByFolder,
  load: () => import('./collect.ts'),
};
