import { at, items } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { byDefault, known, unknown, type Value, written } from '../../model/value.ts';
import { derived, notSaid } from '../../recognize/resource/derived-settings.ts';
import { impliedBackup } from '../../recognize/resource/kept-copies.ts';
import { plainFacts } from '../../recognize/resource/plain-stores.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const render = vendorOf({
  provider: 'render',
  page: registryPage('render-oss/render', 'render_'),
  checkedOn: '2026-11-21',
});
const backups = 'https://render.com/docs/postgresql-backups';

/** What the types of Render mean. */
export const resources: readonly ResourceSpec[] = [
  render.spec(['render_postgres'], database),
  render.spec(['render_keyvalue', 'render_redis'], cache),
  render.spec(
    ['render_web_service', 'render_private_service', 'render_background_worker'],
    (resource) =>
      settingAt(resource, 'disk')?.type === 'map' || settingAt(resource, 'disk')?.type === 'list'
        ? plainFacts(render, resource, { types: [], product: 'render-disk', holds: 'volume' })
        : [],
  ),
];

/** Its backups go with it. */
function database(resource: Resource): readonly Fact[] {
  const open = openTo(resource);
  return [
    ...plainFacts(
      render,
      resource,
      { types: [], product: 'render-postgres', holds: 'database' },
      open === undefined ? {} : { openTo: open },
    ),
    ...render
      .kept(resource, {
        id: 'automated',
        name: `automated backups of ${resource.name}`,
        at: resource.at,
        method: 'pitr',
        retentionDays: unknown('external', resource.at),
        survivesSourceDeletion: byDefault(false, resource.at, backups),
        of: [resource.key],
        because: 'Render makes them of it',
      })
      .map(impliedBackup),
  ];
}

function openTo(resource: Resource): Value<'anyone' | 'listed' | 'private'> | undefined {
  const list = settingAt(resource, 'ip_allow_list');
  if (list?.type !== 'list') return undefined;
  if (list.items.length === 0) return written('private', list.at);
  const blocks = items(list).map((item) => at(item, 'cidr_block'));
  const all = blocks.find((block) => block?.type === 'scalar' && block.text === '0.0.0.0/0');
  if (all !== undefined) return written('anyone', all.at);
  return blocks.every((block) => block?.type === 'scalar') ? written('listed', list.at) : undefined;
}

function cache(resource: Resource): readonly Fact[] {
  const mode = render.text(resource, 'persistence_mode', null);
  return render.store(resource, {
    product: 'render-key-value',
    holds: 'cache',
    deletionProtection: notSaid(resource),
    disposable: known(mode) === 'off' ? derived(mode, () => true) : notSaid(resource),
  });
}
