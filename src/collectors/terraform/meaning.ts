import type { Fact } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Resource } from '../../model/resource.ts';
import { known } from '../../model/value.ts';
import type { Declared } from './stack.ts';

/** What one resource means to the pack that knows its type. */
export interface Meaning {
  readonly resource: Resource;
  readonly facts: readonly Fact[];
  /** It is a store whose loss would matter. */
  readonly isStore: boolean;
}

/** What the resources mean that any pack knows. Facts of what may not be made, or of a module that nobody runs, are believed less. */
export function meaningsOf(
  declared: readonly Declared[],
  isLibrary: boolean,
  knowledge: Knowledge,
): readonly Meaning[] {
  return declared.flatMap(({ resource, isSure }) => {
    const spec = knowledge.resource(resource.type)?.spec;
    if (spec === undefined) return [];
    const said = spec.facts(resource, knowledge);
    const isStore = said.some(
      (fact) =>
        fact.kind === 'DataStore' && fact.key === resource.key && known(fact.disposable) !== true,
    );
    const most = isLibrary ? 'low' : isSure ? 'high' : 'medium';
    const facts = said.map((fact) =>
      fact.kind === 'Binding' ? fact : { ...fact, confidence: weaker(fact.confidence, most) },
    );
    return [{ resource, facts, isStore }];
  });
}
