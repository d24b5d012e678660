import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isOutsideValue } from '../../recognize/container/outside-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { type Service, variablesIn } from './service.ts';
import { environmentKey, id } from './store-facts.ts';

/**
 * Credentials and outside stores that a unit writes out. What a container's variables hold is bound to nothing: a command that runs beside the file does
 * not see them.
 */
export function loginFacts({ unit, tier }: Service, knowledge: Knowledge): readonly Fact[] {
  const environment = environmentKey(unit, tier);
  return variablesIn(unit).flatMap(({ key, keyAt, value }) => {
    if (value.type !== 'scalar' || !isOutsideValue(value)) return [];
    const { document } = unit;
    const input = { name: key, value, keyAt, document, environment, collector: id, comment: null };
    return factsOfVariable(input, knowledge).filter(({ kind }) => kind !== 'Binding');
  });
}
