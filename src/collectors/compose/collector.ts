import type { Collector } from '../../model/plugin.ts';
import { wholeTree } from './group.ts';

const names = ['*compose*.yml', '*compose*.yaml', 'docker-stack*.yml', 'docker-stack*.yaml'];

/**
 * Compose projects: the volumes that their databases write to, the stages that share one, and the backups that are kept beside what they protect.
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'compose',
  emits: [
    'Environment',
    'Workload',
    'DataStore',
    'Backup',
    'FailureDomain',
    'Credential',
    'Weakness',
    'Relation',
  ],
  files: [
    ...names.map(
      (name) => ({ glob: `**/${name}`, format: 'yaml', hints: ['services:', 'volumes:'] }) as const,
    ),
    // Compose fills its variables from the file beside it, which git usually ignores.
    { glob: '**/.env', format: 'dotenv', evenIfIgnored: true },
  ],
  group: wholeTree,
  load: () => import('./collect.ts'),
};
