import { defineCheck } from '../../../src/model/check.ts';
import type { InfraStack } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'state-kept-locally',
  title: 'State of production is kept in a file on one machine',
  severity: 'medium',
  since: '0.1.0',
  on: 'InfraStack',
  needs: ['InfraStack', 'DataStore', 'Environment', 'Relation'],
  why: 'Whoever runs the tool without that file is told that nothing exists yet, and creates, replaces or cleans up what is already there.',
  fix: 'Keep the state in a backend that all share, with locking and old versions kept.',
  accept:
    'When the state lies on a machine that is the only one to run the tool, and is copied elsewhere.',
  references: [
    'https://developer.hashicorp.com/terraform/language/backend/local',
    'https://developer.hashicorp.com/terraform/language/state/remote',
  ],

  *run(stack, graph) {
    if (known(stack.state) !== 'local') return;
    const [store, ...others] = storesOf(stack, graph);
    if (store === undefined) return;
    const tier = graph.tier(stack);
    const isWritten = stack.state.state === 'set';
    if (tier !== 'production' && !(tier === 'unknown' && isWritten)) return;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    yield {
      at: isWritten ? stack.state.at : stack.at,
      label: isWritten ? 'keeps the state in a file' : 'names no place for the state',
      severity: tier === 'production' ? 'medium' : 'low',
      what: `The state of "${stack.name}", which makes ${store.holds} "${store.name}"${more}, is kept in a file on the machine that runs ${stack.tool}.`,
      confidence: isWritten ? 'high' : 'medium',
      subjects: [stack],
      related: [{ ...store.at, label: 'what the state is about' }],
    };
  },
});

/** What the stack makes and somebody would miss. */
function storesOf(stack: InfraStack, graph: RiskGraph) {
  return graph
    .into(stack, 'placed-in', 'DataStore')
    .filter((store) => known(store.disposable) !== true && store.confidence !== 'low');
}
