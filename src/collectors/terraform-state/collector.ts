import type { Collector } from '../../model/plugin.ts';

/** Terraform state: every attribute of every resource, secrets in plain text included. */
export const collector: Collector = {
  id: 'terraform-state',
  emits: ['Credential', 'DataStore', 'Environment', 'FailureDomain', 'Relation', 'Weakness'],
  files: ['**/*.tfstate', '**/*.tfstate.backup', '**/*.tfstate.*'].map((glob) => ({
    glob,
    format: 'json',
    hints: ['"resources"', '"outputs"', '"modules"'],
    evenIfIgnored: true,
  })),
  load: () => import('./collect.ts'),
};
