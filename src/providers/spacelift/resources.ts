import type { ResourceSpec } from '../../model/resource.ts';
import { runServiceFacts } from '../../recognize/resource/run-service.ts';

/** Stacks of Spacelift; each belongs to a repository and a branch. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['spacelift_stack'],
    source: 'https://docs.spacelift.io/concepts/stack/stack-settings',
    checkedOn: '2026-11-21',
    facts: (resource) =>
      runServiceFacts(resource, {
        product: 'spacelift',
        applies: 'autodeploy',
        isTied: true,
      }),
  },
];
