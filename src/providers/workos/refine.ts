import type { Refinement } from '../../model/knowledge.ts';

/** The prefix names the kind of environment. */
export function refineApiKey(value: string): Refinement | null {
  return value.startsWith('sk_test_')
    ? { title: 'WorkOS API key of a sandbox environment', plane: 'comms' }
    : null;
}
