import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { literal } from '../../recognize/resource/derived-settings.ts';
import { plainFacts } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';
import { keptByAddon } from './addons.ts';

const heroku = vendorOf({
  provider: 'heroku',
  page: registryPage('heroku/heroku', 'heroku_'),
  checkedOn: '2026-11-21',
});

/** What the types of Heroku mean. */
export const resources: readonly ResourceSpec[] = [heroku.spec(['heroku_addon'], addon)];

function addon(resource: Resource): readonly Fact[] {
  const kept = keptByAddon(literal(resource, 'plan') ?? '');
  return kept === null ? [] : plainFacts(heroku, resource, { types: [], ...kept });
}
