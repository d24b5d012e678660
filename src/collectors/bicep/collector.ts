import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { wholeTree } from './group.ts';

/**
 * Azure's templates, in Bicep and in JSON: what deployments make with each set of parameters.
 * @see https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/file (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'bicep',
  emits: resourceKinds,
  files: [
    { glob: '**/*.bicep', format: 'text' },
    { glob: '**/*.bicepparam', format: 'text' },
    {
      glob: '**/*.json',
      format: 'json',
      hints: ['deploymentTemplate.json', 'deploymentParameters.json'],
    },
  ],
  group: wholeTree,
  readsResources: true,
  load: () => import('./collect.ts'),
};
