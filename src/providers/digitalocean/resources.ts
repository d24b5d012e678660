import { type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { byDefault } from '../../model/value.ts';
import { literal } from '../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../recognize/resource/named-by.ts';
import {
  cacheOf,
  plainBucket,
  plainFacts,
  plainStore,
} from '../../recognize/resource/plain-stores.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const ocean = vendorOf({
  provider: 'digitalocean',
  page: registryPage('digitalocean/digitalocean', 'digitalocean_'),
  checkedOn: '2026-11-21',
});
const restore =
  'https://docs.digitalocean.com/products/databases/postgresql/how-to/restore-from-backups/';
const destroy = 'https://docs.digitalocean.com/products/databases/postgresql/how-to/destroy/';

/** What the types of DigitalOcean mean. */
export const resources: readonly ResourceSpec[] = [
  ocean.spec(['digitalocean_database_cluster'], cluster),
  plainStore(ocean, {
    types: ['digitalocean_volume'],
    product: 'digitalocean-volume',
    holds: 'volume',
  }),
  ocean.spec(['digitalocean_volume_snapshot'], (resource) =>
    ocean.declared(resource, resource.stack.target(settingAt(resource, 'volume_id'))),
  ),
  plainBucket(ocean, {
    types: ['digitalocean_spaces_bucket'],
    provider: 'digitalocean',
    product: 'digitalocean-space',
    name: 'name',
    emptied: { by: 'force_destroy' },
    versions: 'versioning.enabled',
  }),
];

/** Its daily backups cannot be switched off, and go with it. */
function cluster(resource: Resource): readonly Fact[] {
  const facts = plainFacts(
    ocean,
    resource,
    {
      types: [],
      product: 'digitalocean-database',
      holds: 'database',
      engine: 'engine',
      aliases: databasesOf,
    },
    { ownBackups: ocean.always(resource, true) },
  );
  if (cacheOf(ocean, resource, 'engine') !== undefined) return facts;
  return [
    ...facts,
    ...ocean.automated(resource, {
      days: byDefault(7, resource.at, restore),
      survives: byDefault(false, resource.at, destroy),
      method: 'pitr',
    }),
  ];
}

/** Specs of apps call a database by its cluster and its own name. */
function databasesOf(resource: Resource): readonly EntityKey[] {
  const name = literal(resource, 'name');
  if (name === undefined) return [];
  const inner = namedBy(resource, ['digitalocean_database_db'], 'cluster_id')
    .map((database) => literal(database, 'name'))
    .filter((one) => one !== undefined);
  return ['the default database', ...inner].map((one) =>
    entityKey(`digitalocean:cluster/${name}/${one}`),
  );
}
