import type { Config } from '../config/config.ts';
import { createGlobTest } from '../discover/glob-set.ts';
import type { Fact } from '../model/fact.ts';
import { written } from '../model/value.ts';

/** Lets the team's own words on environments and stores win over what was inferred. */
export function applyConfig(facts: readonly Fact[], config: Config): readonly Fact[] {
  if (config.environments.length === 0 && config.stores.length === 0) return facts;
  const environments = config.environments.map(({ match, tier }) => ({
    tier,
    test: createGlobTest([match]),
  }));
  const stores = config.stores.map(({ match, disposable }) => ({
    disposable,
    test: createGlobTest([match]),
  }));
  return facts.map((fact) => {
    if (fact.kind === 'Environment') {
      const rule = environments.find(({ test }) => test(fact.at.file));
      return rule === undefined ? fact : { ...fact, tier: rule.tier };
    }
    if (fact.kind === 'DataStore') {
      const rule = stores.find(({ test }) => test(fact.name));
      return rule === undefined ? fact : { ...fact, disposable: written(rule.disposable, fact.at) };
    }
    return fact;
  });
}
