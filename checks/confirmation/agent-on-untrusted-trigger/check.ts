import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Agent, Weakness } from '../../../src/model/fact.ts';
import type { Severity } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';
import { weaknessDraft } from '../../../src/model/weakness.ts';

export const check = defineCheck({
  id: 'agent-on-untrusted-trigger',
  title: 'Strangers can start an agent of the pipeline that has power',
  severity: 'high',
  since: '0.1.0',
  on: 'Weakness',
  needs: ['Weakness', ...pathFacts],
  why: 'What a stranger writes is what the agent reads: they choose what it does with the rights and secrets of the job.',
  fix: 'Let the job run only for people who may write to the repository, and give the agent no more rights and tools than its task needs.',
  accept: 'When the agent reads only, and the job holds nothing but the key of its model.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use',
    'https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows',
  ],

  *run(weakness, graph) {
    if (weakness.control !== 'trigger') return;
    const draft = weaknessDraft(weakness, graph);
    if (draft === null) return;
    const agent = graph.entity(weakness.owner);
    yield {
      ...draft,
      label: 'the trigger',
      what: `Agent "${agent?.name ?? weakness.name}" listens to strangers: ${weakness.because}.`,
      severity: severityOf(weakness, graph),
    };
  },
});

/** High where the agent runs what it likes and the job hands it something that opens a door; medium where only one of both holds. */
function severityOf(weakness: Weakness, graph: RiskGraph): Severity {
  const agent = graph.entity(weakness.owner);
  if (agent?.kind !== 'Agent') return 'medium';
  return runsAnything(agent, graph) && holdsPower(agent, graph) ? 'high' : 'medium';
}

function runsAnything(agent: Agent, graph: RiskGraph): boolean {
  return known(agent.sandbox) !== 'on' && graph.executors(agent).length > 0;
}

/** Credentials of infrastructure, data, other secrets or copies; the key of a model is none. */
function holdsPower(agent: Agent, graph: RiskGraph): boolean {
  return graph
    .from(agent, 'holds', 'Credential')
    .some(({ plane }) => plane !== 'comms' && plane !== 'supply');
}
