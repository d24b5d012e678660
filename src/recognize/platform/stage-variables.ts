import { type DataEntry, type DataNode, entries } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { tierOf } from '../tier.ts';

/** Variables whose whole value is the name of the stage, the most reliable first. `NODE_ENV` is a build mode and not among them. */
export const stageVariables: readonly string[] = [
  'VERCEL_ENV',
  'DEPLOY_ENV',
  'DEPLOYMENT_ENV',
  'DEPLOYMENT_ENVIRONMENT',
  'APP_ENV',
  'APP_ENVIRONMENT',
  'RAILS_ENV',
  'RACK_ENV',
  'DJANGO_ENV',
  'FLASK_ENV',
  'ASPNETCORE_ENVIRONMENT',
  'DOTNET_ENVIRONMENT',
  'SPRING_PROFILES_ACTIVE',
  'ENVIRONMENT',
  'ENV',
  'STAGE',
  'TARGET_ENV',
  'SENTRY_ENVIRONMENT',
];

/** The stage that a map of variables names, `null` where none does. */
export function stageOfVariables(variables: DataNode | undefined): Tier | null {
  return stageIn(entries(variables), stageVariables);
}

/** The stage that the first of some variables names. A later assignment wins. */
export function stageIn(pairs: readonly DataEntry[], names: readonly string[]): Tier | null {
  for (const name of names) {
    const value = pairs.findLast(({ key }) => key === name)?.value;
    const tier = value?.type === 'scalar' ? tierOf(value.text) : null;
    if (tier !== null) return tier;
  }
  return null;
}
