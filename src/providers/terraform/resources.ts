import type { ResourceSpec } from '../../model/resource.ts';
import { runServiceFacts } from '../../recognize/resource/run-service.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

/** What HCP Terraform and Terraform Enterprise are set up to do by themselves. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['tfe_workspace'],
    // Left out, somebody confirms each plan.
    source: 'https://registry.terraform.io/providers/hashicorp/tfe/latest/docs/resources/workspace',
    checkedOn: '2026-11-21',
    facts: (resource) =>
      runServiceFacts(resource, {
        product: 'hcp-terraform',
        applies: 'auto_apply',
        isTied: settingAt(resource, 'vcs_repo') !== undefined,
      }),
  },
];
