import type { Environment, Fact, InfraStack, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import { relation } from '../../recognize/resource/resource-facts.ts';
import type { EnvironmentPlan } from './environments.ts';
import type { Meaning } from './meaning.ts';
import type { StackPlan } from './stack.ts';
import type { StateSettings } from './state.ts';

/** What is said of one stack. */
export interface StackStatement {
  readonly plan: StackPlan;
  readonly environment: EnvironmentPlan;
  readonly tier: Tier;
  /** Where its resources speak of several environments: which of them speaks of which. */
  readonly mixed: ReadonlyMap<Resource, Tier>;
  readonly state: StateSettings;
  readonly meanings: readonly Meaning[];
  /** Nothing shows that it is run as it stands. */
  readonly isLibrary: boolean;
}

/** The stack, its environment, and what its resources mean to the packs that know their types. */
export function stackFacts(statement: StackStatement): readonly Fact[] {
  const { plan, environment, tier, state, meanings, isLibrary } = statement;
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
  const made = meanings.flatMap(({ facts }) => facts);
  if (statement.mixed.size > 0) return [stack, ...stagesOf(statement, stage), ...made];
  return [
    stage,
    stack,
    relation(stack.key, 'in', key, `${plan.name} is what it makes`, at),
    ...made,
  ];
}

/**
 * Of a stack whose resources speak of several environments: each environment, with the stores that speak of it. The stack itself belongs to none,
 * so that what is staging's is not taken for production's.
 */
function stagesOf({ plan, meanings, mixed }: StackStatement, stage: Environment): readonly Fact[] {
  return meanings.flatMap(({ resource, isStore }) => {
    if (!isStore) return [];
    const tier = mixed.get(resource);
    const key = tier === undefined ? stage.key : entityKey(`${stage.key}#${tier}`);
    const name = tier === undefined ? stage.name : `${tier} in ${plan.name}`;
    const environment: Environment = { ...stage, key, aliases: [], name, tier: tier ?? 'unknown' };
    const because = tier === undefined ? `${plan.name} makes it` : `it is called after ${tier}`;
    return [environment, relation(key, 'connects-to', resource.key, because, resource.at)];
  });
}
