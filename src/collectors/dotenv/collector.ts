import type { Collector } from '../../model/plugin.ts';
import { envFileGlobs } from '../../recognize/env-file-globs.ts';

/**
 * Reads env files, also those that git ignores, because agents read the working tree. `.envrc` is a shell script and is left to that collector.
 */
export const collector: Collector = {
  id: 'dotenv',
  emits: [
    'Environment',
    'Credential',
    'DataStore',
    'FailureDomain',
    'Binding',
    'Relation',
    'Weakness',
  ],
  files: [...envFileGlobs, '**/.flaskenv', '**/.dev.vars', '**/.dev.vars.*'].map(
    (glob) => ({ glob, format: 'dotenv', evenIfIgnored: true }) as const,
  ),
  load: () => import('./collect.ts'),
};
