import { defineCheck } from '../../../src/model/check.ts';
import type { Entity, Environment, FailureDomain, Relation } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { SourceRange } from '../../../src/model/source.ts';

export const check = defineCheck({
  id: 'account-shared-across-environments',
  title: 'Production lives in the same cloud account as another environment',
  severity: 'medium',
  since: '0.1.0',
  on: 'FailureDomain',
  needs: ['FailureDomain', 'InfraStack', 'Environment', 'DataStore', 'Credential', 'Relation'],
  why: 'Whoever may delete things in the other environment holds a credential of the account that production is in.',
  fix: 'Give production an account of its own, and sign in to the other one for everything else.',
  accept:
    'When roles in the account are confined to one environment by tags or names, and nobody works with a role that is not.',
  references: [
    'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html',
    'https://cloud.google.com/architecture/landing-zones/decide-resource-hierarchy',
  ],

  *run(domain, graph) {
    if (domain.level !== 'account') return;
    const sides = sidesOf(domain, graph);
    const production = sides.find(({ environment }) => environment.tier === 'production');
    const others = sides.filter(({ environment }) => isOther(environment));
    const [other] = others;
    if (production === undefined || other === undefined) return;
    const isOnePlace = samePlace(other.edge.at, production.edge.at);
    yield {
      at: other.edge.at,
      label: isOnePlace ? 'the account of both' : `the ${other.environment.tier} side`,
      what: `${other.name} (${other.environment.tier}) and ${production.name} (production) are both in ${domain.name}.`,
      confidence: other.edge.confidence,
      subjects: [domain, other.environment, production.environment],
      related: [
        ...(isOnePlace ? [] : [{ ...production.edge.at, label: 'the production side' }]),
        ...others
          .filter(({ edge }) => !samePlace(edge.at, other.edge.at))
          .map(({ edge, environment }) => ({ ...edge.at, label: `also ${environment.tier}` })),
      ],
    };
  },
});

/** Something of one environment that is made in the account. */
interface Side {
  readonly edge: Relation;
  readonly environment: Environment;
  /** As a reader knows it. */
  readonly name: string;
}

/** Everything in an account whose environment is known: stacks, stores of stacks, profiles. In source order. */
function sidesOf(domain: FailureDomain, graph: RiskGraph): readonly Side[] {
  const edges = [...graph.edgesInto(domain, 'placed-in'), ...graph.edgesInto(domain, 'in')];
  const sides = edges.flatMap((edge): readonly Side[] => {
    const entity = graph.entity(edge.from);
    if (entity === undefined) return [];
    return environmentsOf(entity, graph).map((environment) => ({
      edge,
      environment,
      name: entity.name,
    }));
  });
  return sides.filter(isFirstOf);
}

/** A stack and each of its stores say the same: its environment is one side. */
function isFirstOf(side: Side, index: number, sides: readonly Side[]): boolean {
  return sides.findIndex(({ environment }) => environment.key === side.environment.key) === index;
}

function environmentsOf(entity: Entity, graph: RiskGraph): readonly Environment[] {
  switch (entity.kind) {
    case 'Environment':
      return [entity];
    case 'InfraStack':
      return graph.from(entity, 'in', 'Environment');
    case 'DataStore': {
      // One that several stacks declare under one name is placed where each of them is, and tells none from the other.
      const stacks = graph.from(entity, 'placed-in', 'InfraStack');
      const [stack] = stacks;
      return stack === undefined || stacks.length > 1 ? [] : graph.from(stack, 'in', 'Environment');
    }
    default:
      return [];
  }
}

/** Environments known to be something else than production; an unknown one proves nothing. */
function isOther({ tier }: Environment): boolean {
  return tier === 'staging' || tier === 'development' || tier === 'preview';
}

function samePlace(one: SourceRange, two: SourceRange): boolean {
  return one.file === two.file && one.start === two.start;
}
