import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, type Value } from '../../../model/value.ts';
import { derived, notSaid } from '../../../recognize/resource/derived-settings.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { google } from './spec.ts';

/** Memorystore: what is in a cache is made again, unless somebody lets it write its data down. */
export const caches: readonly ResourceSpec[] = [
  google.spec(['google_redis_instance'], (resource) => cache(resource, notSaid(resource))),
  google.spec(['google_memcache_instance'], (resource) => cache(resource, notSaid(resource))),
  google.spec(['google_redis_cluster', 'google_memorystore_instance'], (resource) =>
    cache(resource, google.on(resource, 'deletion_protection_enabled')),
  ),
];

function cache(resource: Resource, deletionProtection: Value<boolean>): readonly Fact[] {
  const mode =
    settingAt(resource, 'persistence_config.persistence_mode') === undefined
      ? google.text(resource, 'persistence_config.mode', 'DISABLED')
      : google.text(resource, 'persistence_config.persistence_mode', 'DISABLED');
  return google.store(resource, {
    product: 'memorystore',
    holds: 'cache',
    deletionProtection,
    disposable:
      known(mode) === 'DISABLED' || known(mode) === 'PERSISTENCE_MODE_UNSPECIFIED'
        ? derived(mode, () => true)
        : notSaid(resource),
  });
}
