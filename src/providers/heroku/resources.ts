import { type Environment, entityKey, type Fact, type Tier } from '../../model/fact.ts';
import type { Resource, ResourceSpec, Stack } from '../../model/resource.ts';
import { siblingTiers } from '../../recognize/platform/sibling-tiers.ts';
import { isWritten, literal } from '../../recognize/resource/derived-settings.ts';
import { plainFacts } from '../../recognize/resource/plain-stores.ts';
import { identity, relation } from '../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';
import { keptByAddon } from './addons.ts';

const heroku = vendorOf({
  provider: 'heroku',
  page: registryPage('heroku/heroku', 'heroku_'),
  checkedOn: '2026-11-21',
});

/** What the types of Heroku mean. */
export const resources: readonly ResourceSpec[] = [
  heroku.spec(['heroku_addon'], addon),
  heroku.spec(['heroku_addon_attachment'], attachment),
];

/** A store that an add-on is, and the stage of the app that it belongs to. */
function addon(resource: Resource): readonly Fact[] {
  const kept = keptByAddon(literal(resource, 'plan') ?? '');
  if (kept === null) return [];
  const facts = plainFacts(heroku, resource, { types: [], ...kept });
  // Older versions of the provider call it "app", and it is the name.
  return [...facts, ...useFacts(resource, ['app_id', 'app'], resource)];
}

/** Another app that uses an add-on. A login of its own may do less than the owner's, and nothing here tells what. */
function attachment(resource: Resource): readonly Fact[] {
  if (isWritten(resource, 'namespace')) return [];
  const addon = resource.stack.target(settingAt(resource, 'addon_id'));
  if (addon?.type !== 'heroku_addon') return [];
  if (keptByAddon(literal(addon, 'plan') ?? '') === null) return [];
  return useFacts(resource, ['app_id'], addon);
}

/** The stage of an app that the stack declares, where its name tells it, uses an add-on. */
function useFacts(
  resource: Resource,
  settings: readonly string[],
  addon: Resource,
): readonly Fact[] {
  const app = settings
    .map((name) => resource.stack.target(settingAt(resource, name)))
    .find((found) => found?.type === 'heroku_app');
  if (app === undefined) return [];
  const tier = tiersOf(app.stack).get(nameOf(app)) ?? null;
  if (tier === null) return [];
  const key = entityKey(`${app.key}/stage`);
  const environment: Environment = {
    kind: 'Environment',
    ...identity(app, key, nameOf(app), app.at),
    tier,
  };
  const because = `${resource.name} gives it to ${app.name}`;
  return [environment, relation(key, 'connects-to', addon.key, because, resource.at)];
}

function tiersOf({ resources: all }: Stack): ReadonlyMap<string, Tier | null> {
  const apps = all.filter(({ type }) => type === 'heroku_app');
  return siblingTiers([...new Set(apps.map(nameOf))]);
}

/** The app's name on the platform, its name in the code where that is computed: `staging` of `heroku_app.staging`. */
function nameOf(app: Resource): string {
  return literal(app, 'name') ?? app.name.replace(/^.*heroku_app\./, '');
}
