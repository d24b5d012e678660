import type { Collector } from '../../model/plugin.ts';
import type { FilePath } from '../../model/source.ts';

/**
 * Reads what a project of the first generation has, and where each of its environments is: the account, and data of others that it was given.
 * @see https://docs.amplify.aws/gen1/react/tools/cli/teams/ (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'amplify-project',
  emits: ['Environment', 'InfraStack', 'DataStore', 'FailureDomain', 'Relation'],
  files: [
    { glob: '**/amplify/team-provider-info.json', format: 'json' },
    { glob: '**/amplify/backend/backend-config.json', format: 'json' },
    { glob: '**/amplify/backend/api/*/schema.graphql', format: 'text', hints: ['@model'] },
    { glob: '**/amplify/backend/api/*/schema/*.graphql', format: 'text', hints: ['@model'] },
  ],
  group: byProject,
  load: () => import('./collect.ts'),
};

/** The files of each `amplify` folder. */
function byProject(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const projects = new Map<string, FilePath[]>();
  for (const file of files) {
    const folder = /^(?:.*\/)?amplify\/(?=team-provider-info|backend\/)/.exec(file)?.[0] ?? '';
    const known = projects.get(folder);
    if (known === undefined) projects.set(folder, [file]);
    else known.push(file);
  }
  return [...projects.values()];
}
