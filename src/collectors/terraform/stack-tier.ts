import type { Tier } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import { asText, type HclValue, isMap } from '../../recognize/hcl/hcl-value.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { tierOf } from '../../recognize/tier.ts';
import type { EnvironmentPlan } from './environments.ts';
import type { Meaning } from './meaning.ts';

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

/** What is known of the environments of one stack. */
export interface StackTier {
  /** Of the stack as a whole. */
  readonly tier: Tier;
  /** Where its stores speak of several environments: which of them speaks of which. Else empty. */
  readonly mixed: ReadonlyMap<Resource, Tier>;
}

/** The tier of a stack: what its run says, else its state's name, else what all of its stores are called. */
export function tierOfStack(
  environment: EnvironmentPlan,
  stage: HclValue | undefined,
  stateNames: readonly string[],
  meanings: readonly Meaning[],
): StackTier {
  const said = environment.tier ?? tierOfText(stage) ?? firstOf(stateNames);
  if (said !== null) return { tier: said, mixed: new Map() };
  const named = new Map<Resource, Tier>();
  for (const { resource, isStore } of meanings) {
    const tier = isStore ? tierOfResource(resource) : null;
    if (tier !== null && tier !== 'unknown') named.set(resource, tier);
  }
  const tiers = new Set(named.values());
  const [only] = tiers;
  if (tiers.size > 1) return { tier: 'unknown', mixed: named };
  return { tier: only ?? 'unknown', mixed: new Map() };
}

function tierOfText(value: HclValue | undefined): Tier | null {
  const text = value === undefined || isMap(value) ? null : asText(value);
  return text === null ? null : tierOf(text);
}

function firstOf(names: readonly string[]): Tier | null {
  for (const name of names) {
    const tier = tierOf(name);
    if (tier !== null) return tier;
  }
  return null;
}

/** The environment that a resource's own tags, names or address speak of. */
function tierOfResource(resource: Resource): Tier | null {
  return firstTier(resource, LABELS) ?? firstTier(resource, NAMES) ?? tierOfAddress(resource.name);
}

/** `module.app["prod"].aws_db_instance.main`: names and keys, types left out; `null` where they contradict each other. */
function tierOfAddress(address: string): Tier | null {
  const parts = address.slice(0, 300).split(/[.[\]"]+/);
  const tiers = new Set(
    parts.filter((part) => !/^[a-z0-9]+_/.test(part)).flatMap((part) => tierOf(part) ?? []),
  );
  const [only] = tiers;
  return tiers.size === 1 && only !== undefined ? only : tierOf(parts.at(-1) ?? '');
}

function firstTier(resource: Resource, paths: readonly string[]): Tier | null {
  for (const path of paths) {
    const node = settingAt(resource, path);
    const tier = node?.type === 'scalar' ? tierOf(node.text) : null;
    if (tier !== null) return tier;
  }
  return null;
}
