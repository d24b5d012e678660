import { defineCheck } from '../../../src/model/check.ts';
import type { DataStore, Tier } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'environments-in-one-state',
  title: 'Production and another environment are made by one stack',
  severity: 'medium',
  since: '0.1.0',
  on: 'InfraStack',
  needs: ['InfraStack', 'DataStore', 'Environment', 'Relation'],
  why: 'Every plan for the other environment can change production, and one destroy takes both.',
  fix: 'Give each environment a root module and a state of its own, and credentials that reach only that environment.',
  accept:
    'When nobody but a reviewed pipeline applies it, and production is protected at the vendor.',
  references: [
    'https://developer.hashicorp.com/terraform/cli/workspaces#when-not-to-use-multiple-workspaces',
  ],

  *run(stack, graph) {
    const stores = graph
      .into(stack, 'placed-in', 'DataStore')
      .filter((store) => known(store.disposable) !== true && store.confidence !== 'low');
    const production = stores.find((store) => speaksOf(store, graph, ['production']));
    const other = stores.find((store) =>
      speaksOf(store, graph, ['staging', 'development', 'preview']),
    );
    if (production === undefined || other === undefined) return;
    yield {
      at: other.at,
      label: `made beside production`,
      what: `"${stack.name}" makes both "${production.name}" of production and "${other.name}" of ${graph.tier(other)}, with one state.`,
      // Names are what tells them apart.
      confidence: 'medium',
      subjects: [stack],
      related: [{ ...production.at, label: 'the production side' }],
    };
  },
});

/** Whether all that is known of a store's environments is that they are of these tiers. */
function speaksOf(store: DataStore, graph: RiskGraph, tiers: readonly Tier[]): boolean {
  const environments = graph.environments(store);
  return environments.length > 0 && environments.every(({ tier }) => tiers.includes(tier));
}
