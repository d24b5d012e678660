import type { Refinement } from '../../model/knowledge.ts';

/** The prefix names the kind of instance. */
export function refineSecretKey(value: string): Refinement | null {
  return value.startsWith('sk_test_')
    ? { title: 'Clerk secret key of a development instance', plane: 'comms' }
    : null;
}
