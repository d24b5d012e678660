import type { Guard, Relation } from '../model/fact.ts';

/** A first hop of a path, with the guards that stand on it and did not stop it. */
export interface ActorEdge {
  readonly edge: Relation;
  readonly guards: readonly Guard[];
}
