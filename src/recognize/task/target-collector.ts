import type { Collector } from '../../model/plugin.ts';
import type { TargetPlaces } from './configured-target.ts';

/** A collector of one provider pack that leads its commands to the database that the tool's configuration names. */
export function targetCollector(provider: string, places: TargetPlaces): Collector {
  const { modules = [], texts = [] } = places;
  return {
    id: `${provider}-config`,
    emits: ['Binding', 'Credential', 'DataStore', 'Weakness', 'Environment', 'Relation'],
    files: [
      ...modules.map((match) => ({ ...match, format: 'script' })),
      ...texts.map((match) => ({ ...match, format: 'text' })),
    ],
    load: async () => {
      const { targetFacts } = await import('./target-facts.ts');
      return { collect: (unit, knowledge) => targetFacts(provider, places, unit, knowledge) };
    },
  };
}
