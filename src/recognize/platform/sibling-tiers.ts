import type { Tier } from '../../model/fact.ts';
import { nameTokens } from '../name-tokens.ts';
import { tierOf } from '../tier.ts';

/**
 * The stages of things that one file declares side by side. A name that speaks of a stage has that one; a name without a stage is production where a
 * sibling has the same words and one for a lesser stage: `shop` beside `shop-staging`. `null` for the others.
 */
export function siblingTiers(names: readonly string[]): ReadonlyMap<string, Tier | null> {
  const lesser = new Set<string>();
  const claimed = new Set<string>();
  for (const name of names) {
    const tier = tierOf(name);
    if (tier === null) continue;
    if (tier === 'production') claimed.add(stem(name));
    else if (tier !== 'unknown') lesser.add(stem(name));
  }
  return new Map(
    names.map((name) => {
      const tier = tierOf(name);
      if (tier !== null) return [name, tier];
      // Where a third one calls itself production, the plain one may be anything.
      const isPlain = lesser.has(stem(name)) && !claimed.has(stem(name));
      return [name, isPlain ? 'production' : null];
    }),
  );
}

/** The words of a name without those that name a stage. */
function stem(name: string): string {
  return nameTokens(name)
    .filter((word) => tierOf(word) === null)
    .join('-');
}
