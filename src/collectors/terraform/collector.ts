import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { wholeTree } from './group.ts';

const vendors = ['terraform', 'tofu', 'terragrunt'];

/**
 * Terraform and OpenTofu: what root modules make in each environment, where they keep their state, and what stores they hold.
 * @see https://developer.hashicorp.com/terraform/language (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'terraform',
  emits: resourceKinds,
  files: [
    { glob: '**/*.tf', format: 'hcl' },
    { glob: '**/*.tofu', format: 'hcl' },
    { glob: '**/*.tf.json', format: 'json' },
    // Values are often ignored by git, and read all the same.
    { glob: '**/*.tfvars', format: 'hcl', evenIfIgnored: true },
    { glob: '**/*.tfvars.json', format: 'json', evenIfIgnored: true },
    { glob: '**/terragrunt.hcl', format: 'hcl' },
    { glob: '**/root.hcl', format: 'hcl' },
    // Defaults change with the versions of providers.
    { glob: '**/.terraform.lock.hcl', format: 'hcl' },
    // Whoever runs it may say there where the state is.
    ...[
      '**/*.sh',
      '**/Makefile',
      '**/*.mk',
      '.github/workflows/*.yml',
      '.github/workflows/*.yaml',
      '**/.gitlab-ci.yml',
    ].map((glob) => ({ glob, format: 'text', hints: vendors })),
  ],
  group: wholeTree,
  readsResources: true,
  load: () => import('./collect.ts'),
};
