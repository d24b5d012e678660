import type { Environment, Fact, InfraStack, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { relation } from '../../recognize/resource/resource-facts.ts';
import type { EnvironmentPlan } from './environments.ts';
import type { Declared, StackPlan } from './stack.ts';
import type { StateSettings } from './state.ts';

/** What is said of one stack. */
export interface StackStatement {
  readonly plan: StackPlan;
  readonly environment: EnvironmentPlan;
  readonly tier: Tier;
  readonly state: StateSettings;
  readonly declared: readonly Declared[];
  /** Nothing shows that it is run as it stands. */
  readonly isLibrary: boolean;
}

/** The stack, its environment, and what its resources mean to the packs that know their types. */
export function stackFacts(statement: StackStatement, knowledge: Knowledge): readonly Fact[] {
  const { plan, environment, tier, state, declared, isLibrary } = statement;
  const { at } = state;
  const confidence = isLibrary ? 'low' : 'high';
  const same = { at, collector: 'terraform', implied: false, confidence } as const;
  const key = plan.environment ?? entityKey(`environment:${plan.key}`);
  const stage: Environment = {
    kind: 'Environment',
    ...same,
    key,
    // The values in these files are what the environment is made from.
    aliases: environment.files.map(({ file }) => entityKey(`environment:${file}`)),
    name: plan.name,
    tier,
  };
  const stack: InfraStack = {
    kind: 'InfraStack',
    ...same,
    key: plan.key,
    aliases: [],
    name: plan.name,
    tool: 'terraform',
    folder: plan.folder,
    state: state.kept,
  };
  const made = declared.flatMap(({ resource, isSure }) => {
    const known = knowledge.resource(resource.type);
    if (known === undefined) return [];
    const facts = known.spec.facts(resource, knowledge);
    if (isSure && !isLibrary) return facts;
    return facts.map((fact) => doubted(fact, isLibrary ? 'low' : 'medium'));
  });
  return [
    stage,
    stack,
    relation(stack.key, 'in', key, `${plan.name} is what it makes`, at),
    ...made,
  ];
}

function doubted(fact: Fact, most: 'low' | 'medium'): Fact {
  return fact.kind === 'Binding' ? fact : { ...fact, confidence: weaker(fact.confidence, most) };
}
