import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Agent } from '../../../src/model/fact.ts';
import type { Permission, RiskGraph } from '../../../src/model/graph.ts';
import type { SourceRange } from '../../../src/model/source.ts';

export const check = defineCheck({
  id: 'destructive-command-allowed',
  title: 'Agent may destroy infrastructure without being asked',
  severity: 'high',
  since: '0.1.0',
  on: 'Agent',
  needs: pathFacts,
  why: 'Nobody sees the command before it has run.',
  fix: 'Take these entries off the allow list, so that each such command asks first, and allow only the exact harmless ones.',
  accept: 'When the agent runs in a container that holds no credential and reaches no provider.',
  references: [
    'https://cursor.com/docs/agent/security',
    'https://code.claude.com/docs/en/permissions',
  ],

  *run(agent, graph) {
    const covered = coveredActs(agent, graph);
    const stake = graph.stake(agent);
    const free = graph.executors(agent).filter((one) => !isByDesign(agent, one));
    // That anything can run is worth a word where something is in reach.
    const open = stake === 'low' ? [] : free;
    const places = uniquePlaces([...covered.places, ...open.map((one) => one.rule ?? one)]);
    const [first, ...others] = places;
    if (first === undefined) return;
    const executors = [...new Set(free.map((executor) => executor.command))];
    const acts = covered.verbs.slice(0, 2).map((verb) => `\`${verb}\``);
    const also = executors.slice(0, 3).map((command) => `\`${command}\``);
    yield {
      at: first,
      label: 'what it may run',
      what:
        acts.length > 0
          ? `Agent "${agent.name}" runs ${acts.join(', ')}${rest(covered.verbs.length, 2)} without being asked.`
          : `Agent "${agent.name}" runs ${also.join(', ')}${rest(executors.length, 3)} without being asked, and each of them can do anything.`,
      confidence: agent.confidence,
      severity: stake,
      subjects: [agent],
      related: others.map((other) => ({ ...other, label: 'another rule that allows it' })),
    };
  },
});

/**
 * Cloud agents ask about nothing: a machine made for one run takes the place of questions, and there is no list to narrow. What they hold there
 * is theirs to destroy all the same, which a path shows.
 */
function isByDesign(agent: Agent, answer: Pick<Permission, 'rule'>): boolean {
  const { shell, sandbox } = agent;
  return (
    answer.rule === null &&
    agent.runsIn === 'pipeline' &&
    shell.state === 'default' &&
    sandbox.state !== 'unknown' &&
    sandbox.value === 'on'
  );
}

interface Covered {
  readonly verbs: readonly string[];
  readonly places: readonly { readonly at: SourceRange }[];
}

/** Commands of the tree that destroy, then those of the catalogue, which run without anybody being asked. */
function coveredActs(agent: Agent, graph: RiskGraph): Covered {
  const verbs = new Set<string>();
  const places: { readonly at: SourceRange }[] = [];
  const tryOut = (verb: string, command: string): void => {
    const answer = graph.permission(agent, { tool: 'shell', command });
    if (answer.verdict !== 'runs' || isByDesign(agent, answer)) return;
    verbs.add(verb);
    places.push(answer.rule ?? answer);
  };
  for (const command of graph.all('DestructiveCommand')) {
    if (!command.skipsPrompt || graph.stake(command) === 'low') continue;
    for (const line of command.invocations) tryOut(line, line);
  }
  for (const act of graph.acts()) tryOut(act.verb, act.command);
  return { verbs: [...verbs], places };
}

function uniquePlaces(places: readonly { readonly at: SourceRange }[]): readonly SourceRange[] {
  const found = new Map<string, SourceRange>();
  for (const { at } of places) {
    found.set(`${at.file}:${at.start}`, { file: at.file, start: at.start, end: at.end });
  }
  return [...found.values()];
}

function rest(count: number, shown: number): string {
  return count > shown ? ` and ${count - shown} more` : '';
}
