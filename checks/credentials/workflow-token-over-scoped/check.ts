import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Agent, Pipeline, Principal, Relation } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'workflow-token-over-scoped',
  title: "A stranger's code or an agent runs with a job token that can destroy",
  severity: 'medium',
  since: '0.1.0',
  on: 'Principal',
  needs: ['Principal', 'Weakness', ...pathFacts],
  why: 'Every step of the job can use the token: what runs there can delete branches, releases or packages, or replace what is released.',
  fix: 'Write down for each job only the permissions that it uses, and keep those that write out of jobs that run foreign code or an agent.',
  accept:
    'When rules of the repository protect its branches and tags, and what the token can delete is made again by the next run.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    'https://docs.github.com/en/actions/reference/security/secure-use',
  ],

  *run(principal, graph) {
    if (principal.usedBy !== 'pipeline' || (known(principal.deletes) ?? []).length === 0) return;
    const holder = worstHolder(principal, graph);
    if (holder === undefined) return;
    const fix = principal.narrower === null ? {} : { fix: `${principal.narrower}.` };
    yield {
      at: principal.at,
      label: 'the permissions',
      what: `${holder.who} holds the ${principal.name}, ${withArticle(principal.title)}.`,
      confidence: principal.confidence,
      severity: holder.severity,
      subjects: [principal],
      ...fix,
      related: [{ ...holder.edge.at, label: holder.label }],
    };
  },
});

interface Holder {
  readonly who: string;
  readonly severity: 'low' | 'medium';
  readonly label: string;
  readonly edge: Relation;
}

/** Code of strangers before an agent, and an agent that runs what it likes before one that is asked about it. */
function worstHolder(principal: Principal, graph: RiskGraph): Holder | undefined {
  const holders = graph.edgesInto(principal, 'acts-as').flatMap((edge): readonly Holder[] => {
    const holder = graph.entity(edge.from);
    if (holder?.kind === 'Pipeline') return [ofStrangers(holder, edge)];
    return holder?.kind === 'Agent' ? ofAgent(holder, principal, edge, graph) : [];
  });
  return holders.find(({ severity }) => severity === 'medium') ?? holders[0];
}

function ofStrangers({ name }: Pipeline, edge: Relation): Holder {
  return {
    who: `Code that anybody may propose runs in the job "${name}" and`,
    severity: 'medium',
    label: 'what runs the proposed code',
    edge,
  };
}

/** An agent that writes code needs a right to push it; one that may write everything needs less. */
function ofAgent(
  agent: Agent,
  principal: Principal,
  edge: Relation,
  graph: RiskGraph,
): readonly Holder[] {
  if (known(principal.scope) !== 'project' || isReportedAsTrigger(agent, graph)) return [];
  const runsAnything = known(agent.sandbox) !== 'on' && graph.executors(agent).length > 0;
  return [
    {
      who: `Agent "${agent.name}"`,
      severity: runsAnything ? 'medium' : 'low',
      label: 'the agent',
      edge,
    },
  ];
}

/** That strangers start it, with these rights, is a finding of its own. */
function isReportedAsTrigger({ key }: Agent, graph: RiskGraph): boolean {
  return graph.all('Weakness').some(({ owner, control }) => owner === key && control === 'trigger');
}
