import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Agent } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/source.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'agent-unsandboxed',
  title: 'Commands of this agent leave the sandbox',
  severity: 'high',
  since: '0.1.0',
  on: 'Agent',
  needs: ['Weakness', ...pathFacts],
  why: 'Nothing stands between a wrong command and the network, the disk and every credential on them.',
  fix: 'Switch the sandbox on, and list the hosts that commands may reach without the APIs of your providers.',
  accept:
    'When the agent only ever runs inside a container or virtual machine that holds no credential.',
  references: [
    'https://cursor.com/docs/reference/sandbox',
    'https://code.claude.com/docs/en/sandboxing',
  ],

  *run(agent, graph) {
    const sandbox = known(agent.sandbox);
    if (sandbox !== 'off' && sandbox !== 'escapable') return;
    // A hole that a setting opens is reported at that setting.
    if (sandbox === 'escapable' && hasHole(agent, graph)) return;
    const severity = graph.stake(agent);
    // A default that nobody chose, with nothing in reach, is not worth a line.
    if (agent.sandbox.state === 'default' && severity === 'low') return;
    const open = known(agent.network) === 'open';
    const related: Location[] =
      open && agent.network.at.start !== agent.sandbox.at.start
        ? [{ ...agent.network.at, label: 'the open network' }]
        : [];
    yield {
      at: agent.sandbox.at,
      label: 'the sandbox setting',
      what:
        sandbox === 'off'
          ? `Agent "${agent.name}" runs commands outside any sandbox${open ? ', with open network' : ''}.`
          : `Agent "${agent.name}" may leave its sandbox${open ? ' and reach any host' : ''}.`,
      confidence: agent.confidence,
      severity,
      subjects: [agent],
      related,
    };
  },
});

function hasHole(agent: Agent, graph: RiskGraph): boolean {
  return graph
    .all('Weakness')
    .some((weakness) => weakness.owner === agent.key && weakness.control === 'sandbox');
}
