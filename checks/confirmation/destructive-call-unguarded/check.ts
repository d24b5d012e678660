import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { DataStore, DestructiveCommand } from '../../../src/model/fact.ts';
import type { Severity } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';

export const check = defineCheck({
  id: 'destructive-call-unguarded',
  title: 'Code deletes data or infrastructure without asking anybody',
  severity: 'medium',
  since: '0.1.0',
  on: 'DestructiveCommand',
  needs: pathFacts,
  why: 'One wrong argument, or an agent that reuses the function, and the data is gone.',
  fix: 'Refuse production before the call, and ask for the name of the target to be typed.',
  accept: 'When the call only ever runs against throw-away targets that it created itself.',
  references: [
    'https://docs.railway.com/integrations/api',
    'https://docs.railway.com/reference/volumes',
  ],

  *run(command, graph) {
    if (command.implied || !command.skipsPrompt || isOnlyOfPipeline(command, graph)) return;
    if (graph.from(command, 'guarded-by', 'Guard').some((guard) => guard.strength !== 'advises'))
      return;
    const stores = storesOf(command, graph);
    const [store] = stores;
    // What no vendor's tool does is only worth a word where it is known to lose something.
    if (store === undefined && command.provider === null) return;
    if (store !== undefined && stores.every((target) => isHarmless(graph.tier(target)))) return;
    const who = command.name === command.verb ? command.at.file : command.name;
    yield {
      at: command.at,
      label: 'the call',
      what:
        store === undefined
          ? `"${who}" runs ${command.verb} with no confirmation and no check of the environment.`
          : `"${who}" runs ${command.verb} against "${store.name}" with no confirmation and no check of the environment.`,
      confidence: command.confidence,
      severity: severityOf(graph, command, stores),
      subjects: [command],
      related: [
        ...graph
          .places(command)
          .slice(1)
          .map((place) => ({ ...place, label: 'the same, where it is written' })),
        ...stores.map((target) => ({ ...target.at, label: 'what it can delete' })),
      ],
    };
  },
});

/** A line of a job, which nobody else can run: the finding is about the job. */
function isOnlyOfPipeline(command: DestructiveCommand, graph: RiskGraph): boolean {
  return command.invocations.length === 0 && graph.into(command, 'runs', 'Pipeline').length > 0;
}

/** What it surely destroys: a name that leads to many stores, or to one of a test, proves nothing about any. */
function storesOf(command: DestructiveCommand, graph: RiskGraph): readonly DataStore[] {
  const sure = new Set(
    graph
      .edges(command, 'destroys')
      .filter((edge) => edge.confidence !== 'low')
      .map((edge) => graph.entity(edge.to)?.key),
  );
  return graph.from(command, 'destroys', 'DataStore').filter((store) => sure.has(store.key));
}

/** What a path through it says; at least medium where it can reach a declared store that is not a test one. */
function severityOf(
  graph: RiskGraph,
  command: DestructiveCommand,
  stores: readonly DataStore[],
): Severity {
  const stake = graph.stake(command);
  return stake === 'low' && stores.some((store) => !store.implied) ? 'medium' : stake;
}

function isHarmless(tier: string): boolean {
  return tier === 'development' || tier === 'preview';
}
