import { type EntityKey, entityKey } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { literal } from '../../recognize/resource/derived-settings.ts';
import { plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const fly = vendorOf({
  provider: 'fly',
  page: registryPage('fly-apps/fly', 'fly_'),
  checkedOn: '2026-11-21',
});

/** What the types of Fly.io mean; their provider is no longer maintained. */
export const resources: readonly ResourceSpec[] = [
  plainStore(fly, {
    types: ['fly_volume'],
    product: 'fly-volume',
    holds: 'volume',
    aliases: volumeName,
  }),
];

/** As the configuration of an app calls it: names of apps are unique on Fly.io, those of volumes within the app. */
function volumeName(resource: Resource): readonly EntityKey[] {
  const app = literal(resource, 'app');
  const name = literal(resource, 'name');
  return app === undefined || name === undefined
    ? []
    : [entityKey(`fly:app/${app}/volume/${name}`)];
}
