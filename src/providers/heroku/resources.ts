import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { literal } from '../../recognize/resource/derived-settings.ts';
import { plainFacts } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const heroku = vendorOf({
  provider: 'heroku',
  page: registryPage('heroku/heroku', 'heroku_'),
  checkedOn: '2026-11-21',
});

/** Add-ons by the start of their plan. */
const databases: readonly (readonly [plan: RegExp, product: string])[] = [
  [/^heroku-postgresql(?::|$)/, 'heroku-postgres'],
  [/^(?:jawsdb|jawsdb-maria|cleardb)(?::|$)/, 'mysql'],
  [/^(?:mongolab|ormongo)(?::|$)/, 'mongodb'],
];

/** What the types of Heroku mean. */
export const resources: readonly ResourceSpec[] = [heroku.spec(['heroku_addon'], addon)];

function addon(resource: Resource): readonly Fact[] {
  const plan = literal(resource, 'plan') ?? '';
  if (/^(?:heroku-redis|rediscloud|memcachier)(?::|$)/.test(plan)) {
    return plainFacts(heroku, resource, { types: [], product: 'heroku-redis', holds: 'cache' });
  }
  const found = databases.find(([start]) => start.test(plan));
  if (found === undefined) return [];
  return plainFacts(heroku, resource, { types: [], product: found[1], holds: 'database' });
}
