import type { Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Resource } from '../../model/resource.ts';
import { asText, type HclValue, isMap } from '../../recognize/hcl/hcl-value.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { tierOf } from '../../recognize/tier.ts';
import type { EnvironmentPlan } from './environments.ts';
import type { Declared } from './stack.ts';

/** Settings in which people write which environment something belongs to. */
const LABELS = [
  'tags.Environment',
  'tags.environment',
  'tags.Env',
  'tags.env',
  'tags.Stage',
  'labels.environment',
  'labels.env',
];
const NAMES = ['identifier', 'cluster_identifier', 'name', 'bucket', 'tags.Name'];

/** The tier of a stack: what its run says, else its state's name, else what all of its stores are called. */
export function tierOfStack(
  environment: EnvironmentPlan,
  stage: HclValue | undefined,
  stateNames: readonly string[],
  declared: readonly Declared[],
  knowledge: Knowledge,
): Tier {
  if (environment.tier !== null) return environment.tier;
  const said = stage === undefined || isMap(stage) ? null : asText(stage);
  const ofVariable = said === null ? null : tierOf(said);
  if (ofVariable !== null) return ofVariable;
  for (const name of stateNames) {
    const tier = tierOf(name);
    if (tier !== null) return tier;
  }
  const tiers = new Set<Tier>();
  for (const { resource } of declared) {
    const tier = knowledge.resource(resource.type) === undefined ? null : tierOfResource(resource);
    if (tier !== null) tiers.add(tier);
  }
  const [only] = tiers;
  return tiers.size === 1 && only !== undefined ? only : 'unknown';
}

/** The environment that a resource's own tags or names speak of. */
export function tierOfResource(resource: Resource): Tier | null {
  const label = firstTier(resource, LABELS);
  return (
    label ??
    firstTier(resource, NAMES) ??
    tierOf(resource.name.replace(/\[.*$/, '').split('.').at(-1) ?? '')
  );
}

function firstTier(resource: Resource, paths: readonly string[]): Tier | null {
  for (const path of paths) {
    const node = settingAt(resource, path);
    const tier = node?.type === 'scalar' ? tierOf(node.text) : null;
    if (tier !== null) return tier;
  }
  return null;
}
