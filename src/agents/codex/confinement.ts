import type { Agent } from '../../model/fact.ts';

/** What commands can reach. */
export interface Confinement extends Pick<Agent, 'sandbox' | 'network'> {
  /** Commands can change files of the tree. */
  readonly writesTree: boolean;
}
