import { at, items } from '../../model/document.ts';
import { type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { literal } from '../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../recognize/resource/named-by.ts';
import { plainBucket, plainStore } from '../../recognize/resource/plain-stores.ts';
import { guardFacts } from '../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const cloudflare = vendorOf({
  provider: 'cloudflare',
  page: registryPage('cloudflare/cloudflare', 'cloudflare_'),
  checkedOn: '2026-11-21',
});

/** What the types of Cloudflare mean. */
export const resources: readonly ResourceSpec[] = [
  plainBucket(cloudflare, {
    types: ['cloudflare_r2_bucket'],
    provider: 'cloudflare',
    product: 'cloudflare-r2',
    name: 'name',
    emptied: 'never',
    aliases: bucketName,
    locks: lockRules,
  }),
  plainStore(cloudflare, {
    types: ['cloudflare_d1_database'],
    product: 'cloudflare-d1',
    holds: 'database',
  }),
  plainStore(cloudflare, {
    types: ['cloudflare_workers_kv_namespace'],
    product: 'cloudflare-kv',
    holds: 'database',
  }),
];

/** As the bindings of a worker call it, where both say the account. */
function bucketName(resource: Resource): readonly EntityKey[] {
  const account = literal(resource, 'account_id');
  const name = literal(resource, 'name');
  return account === undefined || name === undefined
    ? []
    : [entityKey(`cloudflare:cloudflare-r2/${account}/${name}`)];
}

/** Rules that keep objects from being deleted, until who runs the account takes them away. */
function lockRules(resource: Resource): readonly Fact[] {
  const locks = namedBy(resource, ['cloudflare_r2_bucket_lock'], 'bucket_name');
  const rule = locks
    .flatMap((lock) => items(settingAt(lock, 'rules')))
    .find((one) => {
      const enabled = at(one, 'enabled');
      return !(enabled?.type === 'scalar' && enabled.text === 'false');
    });
  if (rule === undefined) return [];
  return guardFacts(resource, resource.key, {
    id: 'lock',
    name: `lock rules of ${resource.name}`,
    at: rule.at,
    strength: 'asks',
    because: 'only who may remove the rules can delete its objects before their time',
  });
}
