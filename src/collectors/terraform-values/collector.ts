import type { Collector } from '../../model/plugin.ts';

/** Values handed to Terraform: they are often ignored by git and read by everybody who works in the tree. */
export const collector: Collector = {
  id: 'terraform-values',
  emits: [
    'Credential',
    'DataStore',
    'Environment',
    'FailureDomain',
    'Binding',
    'Relation',
    'Weakness',
  ],
  files: [
    { glob: '**/*.tfvars', format: 'text', evenIfIgnored: true },
    { glob: '**/*.tfvars.json', format: 'json', evenIfIgnored: true },
    { glob: '**/*.tofuvars', format: 'text', evenIfIgnored: true },
  ],
  load: () => import('./collect.ts'),
};
