import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { DataStore, DestructiveCommand, Tier } from '../../../src/model/fact.ts';
import { confidences, type Severity, severities } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { FilePath } from '../../../src/model/source.ts';

const reason = 'One wrong argument, or an agent that reuses the function, and the data is gone.';

export const check = defineCheck({
  id: 'destructive-call-unguarded',
  title: 'Code deletes data or infrastructure without asking anybody',
  severity: 'medium',
  since: '0.1.0',
  on: 'DestructiveCommand',
  needs: pathFacts,
  why: `${reason} One finding speaks for all such calls of a file: its worst leads, the others are listed with it.`,
  fix: 'Refuse production before the call, and ask for the name of the target to be typed.',
  accept: 'When the call only ever runs against throw-away targets that it created itself.',
  references: [
    'https://docs.railway.com/integrations/api',
    'https://docs.railway.com/reference/volumes',
  ],

  *run(command, graph) {
    // One script is one thing to mend: its worst call speaks for the others.
    const calls = callsOf(graph).get(command.at.file) ?? [];
    const [worst, ...others] = calls;
    if (worst === undefined || worst.command.key !== command.key) return;
    const { stores } = worst;
    yield {
      at: command.at,
      label: 'the call',
      what: whatOf(calls, worst),
      why: reason,
      confidence: command.confidence,
      severity: worst.severity,
      subjects: [command],
      related: [
        ...graph
          .places(command)
          .slice(1)
          .map((place) => ({ ...place, label: 'the same, where it is written' })),
        ...others
          .slice(0, maxRelated)
          .map((call) => ({ ...call.command.at, label: labelOf(call) })),
        ...stores.slice(0, maxRelated).map((store) => ({ ...store.at, label: storeLabel(stores) })),
      ],
    };
  },
});

/** More places than anybody reads. */
const maxRelated = 20;

interface Call {
  readonly command: DestructiveCommand;
  readonly stores: readonly DataStore[];
  readonly severity: Severity;
}

/** Every command asks for those of its file. */
const known = new WeakMap<RiskGraph, ReadonlyMap<FilePath, readonly Call[]>>();

/** The calls worth a word, by file, the worst of each first. */
function callsOf(graph: RiskGraph): ReadonlyMap<FilePath, readonly Call[]> {
  const found = known.get(graph) ?? findCalls(graph);
  known.set(graph, found);
  return found;
}

function findCalls(graph: RiskGraph): ReadonlyMap<FilePath, readonly Call[]> {
  const byFile = new Map<FilePath, Call[]>();
  for (const command of graph.all('DestructiveCommand')) {
    const call = callOf(command, graph);
    if (call === undefined) continue;
    const calls = byFile.get(command.at.file) ?? [];
    calls.push(call);
    byFile.set(command.at.file, calls);
  }
  for (const calls of byFile.values()) calls.sort(byHarm);
  return byFile;
}

/** Worst first, then surest, then as written. */
function byHarm(a: Call, b: Call): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    confidences.indexOf(b.command.confidence) - confidences.indexOf(a.command.confidence) ||
    Number(b.stores.length > 0) - Number(a.stores.length > 0) ||
    a.command.at.start - b.command.at.start
  );
}

function callOf(command: DestructiveCommand, graph: RiskGraph): Call | undefined {
  if (command.implied || !command.skipsPrompt || isOnlyOfPipeline(command, graph)) return undefined;
  const guards = graph.from(command, 'guarded-by', 'Guard');
  if (guards.some((guard) => guard.strength !== 'advises')) return undefined;
  const stores = storesOf(command, graph);
  // What no vendor's tool does is only worth a word where it is known to lose something.
  if (stores.length === 0 && command.provider === null) return undefined;
  if (stores.length > 0 && stores.every((store) => isHarmless(graph.tier(store)))) return undefined;
  return { command, stores, severity: severityOf(graph, command, stores) };
}

/** The function or task that makes the call, or the file where it is one of several or has no name. */
function callerOf(calls: readonly Call[], worst: Call): string {
  const { command } = worst;
  const hasName =
    command.name !== command.verb && calls.every((call) => call.command.name === command.name);
  return hasName ? command.name : command.at.file;
}

function whatOf(calls: readonly Call[], worst: Call): string {
  const unasked = 'with no confirmation and no check of the environment';
  const caller = `"${callerOf(calls, worst)}"`;
  return calls.length === 1
    ? `${caller} runs ${labelOf(worst)} ${unasked}.`
    : `${caller} makes ${calls.length} destructive calls ${unasked}, the worst ${labelOf(worst)}.`;
}

/** The store by name only where there is no other that could be meant. */
function labelOf({ command, stores }: Call): string {
  const [only] = stores;
  if (only === undefined) return command.verb;
  return stores.length === 1
    ? `${command.verb} against "${only.name}"`
    : `${command.verb} against ${stores.length} stores`;
}

function storeLabel(stores: readonly DataStore[]): string {
  return stores.length === 1 ? 'what it can delete' : 'one of those that it can delete';
}

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

function isHarmless(tier: Tier): boolean {
  return tier === 'development' || tier === 'preview';
}
