import type { Collector } from '../../model/plugin.ts';
import { envFileGlobs } from '../../recognize/env-file-globs.ts';

/**
 * Reads env files for deployments that are called production. Commands of the CLI that are told nothing else work on the deployment named there.
 * @see https://github.com/get-convex/convex-backend/blob/main/npm-packages/convex/src/cli/lib/deploymentSelection.ts (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'convex-stages',
  emits: ['Environment', 'DataStore', 'Relation'],
  files: envFileGlobs.map((glob) => ({
    glob,
    format: 'dotenv',
    hints: ['CONVEX_DEPLOYMENT'],
    evenIfIgnored: true,
  })),
  load: () => import('./stages.ts'),
};
