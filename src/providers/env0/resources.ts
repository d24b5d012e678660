import type { ResourceSpec } from '../../model/resource.ts';
import { runServiceFacts } from '../../recognize/resource/run-service.ts';

/** Environments of env zero, each a deployment of some code. What starts a deployment is set up in more places than its provider. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['env0_environment'],
    source:
      'https://docs.envzero.com/guides/admin-guide/workflows/terraform-provider-sub-environment-settings',
    checkedOn: '2026-11-21',
    facts: (resource) =>
      runServiceFacts(resource, {
        product: 'env0',
        applies: 'approve_plan_automatically',
        isTied: false,
      }),
  },
];
