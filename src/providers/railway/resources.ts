import type { ResourceSpec } from '../../model/resource.ts';
import { plainFacts } from '../../recognize/resource/plain-stores.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const railway = vendorOf({
  provider: 'railway',
  page: registryPage('terraform-community-providers/railway', 'railway_'),
  checkedOn: '2026-11-21',
});

/** What the types of Railway mean: a service with a volume keeps data. */
export const resources: readonly ResourceSpec[] = [
  railway.spec(['railway_service'], (resource) => {
    const volume = settingAt(resource, 'volume');
    return volume?.type === 'map' || volume?.type === 'list'
      ? plainFacts(railway, resource, { types: [], product: 'railway-volume', holds: 'volume' })
      : [];
  }),
];
