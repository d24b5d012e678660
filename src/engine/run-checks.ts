import type { AnyCheck } from '../model/check.ts';
import type { Entity, EntityKind } from '../model/fact.ts';
import type { Draft, Notice } from '../model/finding.ts';
import type { RiskGraph } from '../model/graph.ts';

/** One draft and the check that made it. */
export interface Drafted<C> {
  readonly check: C;
  readonly draft: Draft;
}

/** Runs every check on every entity of its kind. A check that throws is named in a notice; the others go on. */
export function runChecks<C extends { readonly check: AnyCheck }>(
  checks: readonly C[],
  graph: RiskGraph,
): { readonly drafts: readonly Drafted<C>[]; readonly notices: readonly Notice[] } {
  const drafts: Drafted<C>[] = [];
  const notices: Notice[] = [];
  for (const registered of checks) {
    try {
      for (const draft of draftsOf(registered.check, graph))
        drafts.push({ check: registered, draft });
    } catch (cause) {
      const name = cause instanceof Error ? cause.name : 'error';
      notices.push({
        kind: 'internal',
        file: null,
        message: `check ${registered.check.id} failed (${name}); its findings are missing`,
        incomplete: true,
      });
    }
  }
  return { drafts, notices };
}

function* draftsOf(check: AnyCheck, graph: RiskGraph): Generator<Draft> {
  // A check's `run` takes exactly the kind it names in `on`; the registry's union type hides that pairing.
  const run = check.run as (subject: Entity, graph: RiskGraph) => Iterable<Draft>;
  const kind: EntityKind = check.on;
  for (const subject of graph.all(kind)) yield* run(subject, graph);
}
