import { agentKinds } from '../../model/agent-kinds.ts';
import type { Collector } from '../../model/plugin.ts';
import { groupFiles } from './group.ts';

/** Aider: its options, the commands it runs by itself, what it may not read, and what it keeps of its sessions. */
export const collector: Collector = {
  id: 'aider',
  emits: agentKinds,
  files: [
    { glob: '**/.aider.conf.yml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.aider.conf.yaml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/.env', format: 'dotenv', hints: ['AIDER_'], evenIfIgnored: true },
    { glob: '**/.aiderignore', format: 'text', evenIfIgnored: true },
    { glob: '**/CONVENTIONS.md', format: 'markdown' },
    { glob: '~/.aider.conf.yml', format: 'yaml' },
  ],
  group: groupFiles,
  load: () => import('./collect.ts'),
  hardening: {
    files: ['.aider.conf.yml', '.aider.conf.yaml', '.aiderignore'],
    load: () => import('./harden.ts'),
  },
};
