import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Agent, AgentRule } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
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
    const free = graph.executors(agent);
    const stake = graph.stake(agent);
    const place = covered.places[0] ?? (stake === 'low' ? undefined : free[0]);
    if (place === undefined) return;
    const executors = [...new Set(free.map((executor) => executor.command))];
    const acts = covered.verbs.slice(0, 2).map((verb) => `\`${verb}\``);
    const also = executors.slice(0, 3).map((command) => `\`${command}\``);
    yield {
      at: placeOf(place),
      label: 'what it may run',
      what:
        acts.length > 0
          ? `Agent "${agent.name}" runs ${acts.join(', ')}${rest(covered.verbs.length, 2)} without being asked.`
          : `Agent "${agent.name}" runs ${also.join(', ')}${rest(executors.length, 3)} without being asked, and each of them can do anything.`,
      confidence: agent.confidence,
      severity: stake,
      subjects: [agent],
      related: covered.places
        .slice(1)
        .map((other) => ({ ...placeOf(other), label: 'another rule that allows it' })),
    };
  },
});

type Place = AgentRule | { readonly at: SourceRange };

function coveredActs(
  agent: Agent,
  graph: RiskGraph,
): { readonly verbs: readonly string[]; readonly places: readonly Place[] } {
  const verbs = new Set<string>();
  const places = new Map<string, Place>();
  for (const act of graph.acts()) {
    const answer = graph.permission(agent, { tool: 'shell', command: act.command });
    if (answer.verdict !== 'runs') continue;
    verbs.add(act.verb);
    const place: Place = answer.rule ?? answer;
    places.set(`${place.at.file}:${place.at.start}`, place);
  }
  return { verbs: [...verbs], places: [...places.values()] };
}

function placeOf(place: Place): SourceRange {
  return { file: place.at.file, start: place.at.start, end: place.at.end };
}

function rest(count: number, shown: number): string {
  return count > shown ? ` and ${count - shown} more` : '';
}
