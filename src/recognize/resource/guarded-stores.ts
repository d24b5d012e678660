import type { DataStore, Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';

/** What resources mean, with guards that others of their stack put before every store that they declare. */
export function withGuards(
  specs: readonly ResourceSpec[],
  guardsOf: (resource: Resource, store: DataStore) => readonly Fact[],
): readonly ResourceSpec[] {
  return specs.map((spec) => ({
    ...spec,
    facts: (resource, knowledge) => {
      const facts = spec.facts(resource, knowledge);
      const stores = facts.filter((fact): fact is DataStore => fact.kind === 'DataStore');
      return stores.length === 0
        ? facts
        : [...facts, ...stores.flatMap((store) => guardsOf(resource, store))];
    },
  }));
}
