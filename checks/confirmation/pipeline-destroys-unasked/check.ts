import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type {
  DestructiveCommand,
  Pipeline,
  StartedBy,
  Tier,
  Trigger,
} from '../../../src/model/fact.ts';
import { type Severity, severities } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/source.ts';

export const check = defineCheck({
  id: 'pipeline-destroys-unasked',
  title: 'Automation destroys data or infrastructure and nobody is asked',
  severity: 'medium',
  since: '0.1.0',
  on: 'Pipeline',
  needs: pathFacts,
  why: 'Whoever, or whatever, can set the job off can destroy what it reaches, and nobody sees what will be destroyed before it is gone.',
  fix: 'Let a person look at the plan and agree before the job goes on.',
  accept:
    'When what the job destroys is made for a test, or when everybody who can set it off has read the plan before.',
  references: [
    'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
    'https://developer.hashicorp.com/terraform/tutorials/automation/automate-terraform',
  ],

  *run(pipeline, graph) {
    const acts = actsOf(pipeline, graph);
    const [worst] = acts;
    if (worst === undefined || isTold(worst, pipeline, graph)) return;
    const alike = graph
      .all('Pipeline')
      .filter((other) => other.key !== pipeline.key && other.at.file === pipeline.at.file)
      .flatMap((other) => actsOf(other, graph).filter((act) => isAlike(act, worst)));
    const others = [...acts.slice(1), ...alike];
    const { command } = worst;
    yield {
      at: worst.at,
      label: 'the line that runs it',
      what: `The job "${pipeline.name}" runs ${verbsOf(acts)}${stageOf(worst.tier)} on ${namesOf(triggersOf(acts, worst))}, ${gateOf(pipeline, graph)}.`,
      fix: fixOf(pipeline, command, graph),
      confidence: command.confidence,
      severity: worst.severity,
      subjects: [pipeline, command],
      related: related(others, worst),
    };
  },
});

interface Act {
  readonly pipeline: Pipeline;
  readonly command: DestructiveCommand;
  /** The line of the job: the command itself, or the call that leads to it. */
  readonly at: Location;
  readonly tier: Tier;
  readonly triggers: readonly Trigger[];
  readonly severity: Severity;
}

/** Every job is compared with every other one of its file. */
const known = new WeakMap<RiskGraph, Map<Pipeline, readonly Act[]>>();

/** What a job destroys, the worst first. */
function actsOf(pipeline: Pipeline, graph: RiskGraph): readonly Act[] {
  const all = known.get(graph) ?? new Map<Pipeline, readonly Act[]>();
  known.set(graph, all);
  const acts = all.get(pipeline) ?? findActs(pipeline, graph);
  all.set(pipeline, acts);
  return acts;
}

function findActs(pipeline: Pipeline, graph: RiskGraph): readonly Act[] {
  const acts = graph.edges(pipeline, 'runs').flatMap((edge): readonly Act[] => {
    const command = graph.entity(edge.to);
    if (command?.kind !== 'DestructiveCommand' || !isUnasked(command, graph)) return [];
    const tier = tierOf(pipeline, command, graph);
    const triggers = edge.triggers ?? pipeline.triggers;
    const severity = severityOf(pipeline, command, tier, triggers, graph);
    if (severity === null) return [];
    const at = { ...edge.at, label: command.verb };
    return [{ pipeline, command, at, tier, triggers, severity }];
  });
  return acts.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

function isUnasked(command: DestructiveCommand, graph: RiskGraph): boolean {
  if (!command.skipsPrompt || command.destroys === 'files') return false;
  return graph.from(command, 'guarded-by', 'Guard').every((guard) => guard.strength === 'advises');
}

/**
 * What the command says itself, then what it works on, then what the job works on. Code that several stages share works on the one that the job says.
 */
function tierOf(pipeline: Pipeline, command: DestructiveCommand, graph: RiskGraph): Tier {
  const own = graph.tier(command);
  const job = graph.tier(pipeline);
  if (own === 'unknown') return job;
  if (job === 'unknown' || graph.from(command, 'in', 'Environment').length > 0) return own;
  const isShared = graph
    .from(command, 'destroys', 'DataStore')
    .some((store) => graph.environments(store).some(({ tier }) => tier === job));
  return isShared ? job : own;
}

/**
 * How bad it is, from who sets the job off and what it takes away. An apply takes away only what a change to the code made it. Merging is a
 * decision, and so is asking for the run; `null` where it is nothing to report.
 *
 * | set off by | destroys: production | unknown | applies: production | unknown |
 * | --- | --- | --- | --- | --- |
 * | an outsider | high | high | high | high |
 * | a change request | high | medium | high | medium |
 * | any push | high | medium | medium | medium |
 * | a merge | medium | medium | medium | medium |
 * | a release | medium | low | low | low |
 * | the clock | high | medium | medium | low |
 * | a person | medium | low | low | low |
 * | unknown | low | low | low | low |
 *
 * Staging is low at most. An environment whose rules are not visible makes it a note; a question that is asked, nothing.
 */
function severityOf(
  pipeline: Pipeline,
  command: DestructiveCommand,
  tier: Tier,
  triggers: readonly Trigger[],
  graph: RiskGraph,
): Severity | null {
  if (tier === 'development' || tier === 'preview') return null;
  const gates = graph.from(pipeline, 'guarded-by', 'Guard');
  if (gates.some((gate) => gate.strength !== 'advises' && gate.confidence !== 'low')) return null;
  const column = (command.destroys === 'anything' ? 2 : 0) + (tier === 'production' ? 0 : 1);
  const worst = triggers
    .map(({ startedBy }) => byTrigger[startedBy][column] ?? 'low')
    .reduce<Severity | null>((most, one) => (isWorse(one, most) ? one : most), null);
  if (worst === null) return null;
  const isNote = tier === 'staging' || gates.length > 0 || command.confidence === 'low';
  return isNote ? 'low' : worst;
}

const byTrigger: Readonly<Record<StartedBy, readonly Severity[]>> = {
  outsider: ['high', 'high', 'high', 'high'],
  'change-request': ['high', 'medium', 'high', 'medium'],
  'any-push': ['high', 'medium', 'medium', 'medium'],
  merge: ['medium', 'medium', 'medium', 'medium'],
  release: ['medium', 'low', 'low', 'low'],
  schedule: ['high', 'medium', 'medium', 'low'],
  person: ['medium', 'low', 'low', 'low'],
  unknown: ['low', 'low', 'low', 'low'],
};

function isWorse(one: Severity, most: Severity | null): boolean {
  return most === null || severities.indexOf(one) > severities.indexOf(most);
}

/** One file often repeats one command for many stacks, and one line serves many callers: the worst job, the first of several, speaks for all. */
function isTold(worst: Act, pipeline: Pipeline, graph: RiskGraph): boolean {
  let isBefore = true;
  for (const other of graph.all('Pipeline')) {
    if (other.at.file !== pipeline.at.file) continue;
    if (other.key === pipeline.key) {
      isBefore = false;
      continue;
    }
    const [act] = actsOf(other, graph);
    if (act === undefined || !isAlike(act, worst)) continue;
    const rank = severities.indexOf(act.severity) - severities.indexOf(worst.severity);
    if (rank > 0 || (rank === 0 && isBefore)) return true;
  }
  return false;
}

function isAlike(a: Act, b: Act): boolean {
  return a.command.verb === b.command.verb;
}

function verbsOf(acts: readonly Act[]): string {
  const verbs = [...new Set(acts.map(({ command }) => `\`${command.verb}\``))];
  const shown = verbs.slice(0, 2).join(' and ');
  return verbs.length > 2 ? `${shown} and ${verbs.length - 2} more` : shown;
}

function stageOf(tier: Tier): string {
  return tier === 'unknown' ? '' : ` against ${tier}`;
}

/** What sets off the worst of a job's acts and those that are as bad, each once. */
function triggersOf(acts: readonly Act[], worst: Act): readonly Trigger[] {
  const asBad = acts.filter(({ severity }) => severity === worst.severity);
  const found = new Map<string, Trigger>();
  for (const { triggers } of asBad) for (const one of triggers) found.set(one.name, one);
  return [...found.values()];
}

function namesOf(triggers: readonly Trigger[]): string {
  const names = triggers.map(({ name }) => name);
  const shown = names.slice(0, 2).join(' and on ');
  return names.length > 2 ? `${shown} and ${names.length - 2} more triggers` : shown;
}

function gateOf(pipeline: Pipeline, graph: RiskGraph): string {
  const [gate] = graph.from(pipeline, 'guarded-by', 'Guard');
  return gate === undefined
    ? 'and nobody is asked before it'
    : `and whether ${gate.name} asks anybody is not visible here`;
}

function fixOf(pipeline: Pipeline, command: DestructiveCommand, graph: RiskGraph): string {
  const [gate] = graph.from(pipeline, 'guarded-by', 'Guard');
  if (gate !== undefined) return `Make sure that ${gate.name} has required reviewers.`;
  const shown =
    command.safeVariant === null
      ? ''
      : ` Start with \`${command.safeVariant}\`, which destroys nothing.`;
  return `${pipeline.remedy}${shown}`;
}

const maxRelated = 10;

function related(others: readonly Act[], worst: Act): readonly Location[] {
  const seen = new Set([`${worst.at.file}:${worst.at.start}`]);
  return others
    .filter(({ at }) => {
      const id = `${at.file}:${at.start}`;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .slice(0, maxRelated)
    .map(({ at, command, pipeline }) => ({
      ...at,
      label: `${command.verb} in the job "${pipeline.name}"`,
    }));
}
