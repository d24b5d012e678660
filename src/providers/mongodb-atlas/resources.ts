import type { DataNode } from '../../model/document.ts';
import { entityKey, type Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { known, type Value, written } from '../../model/value.ts';
import { isWritten, literal, notSaid } from '../../recognize/resource/derived-settings.ts';
import { withoutPlace } from '../../recognize/resource/kept-copies.ts';
import { plainFacts } from '../../recognize/resource/plain-stores.ts';
import { guardFacts } from '../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const atlas = vendorOf({
  provider: 'mongodb-atlas',
  page: registryPage('mongodb/mongodbatlas', 'mongodbatlas_'),
  checkedOn: '2026-11-21',
});

/** What the types of MongoDB Atlas mean. */
export const resources: readonly ResourceSpec[] = [
  atlas.spec(['mongodbatlas_advanced_cluster'], (resource) => cluster(resource, 'backup_enabled')),
  atlas.spec(['mongodbatlas_cluster'], (resource) =>
    cluster(
      resource,
      isWritten(resource, 'provider_backup_enabled') ? 'provider_backup_enabled' : 'cloud_backup',
    ),
  ),
  atlas.spec(['mongodbatlas_flex_cluster', 'mongodbatlas_serverless_instance'], (resource) =>
    plainFacts(atlas, resource, kind, opening(resource)),
  ),
  atlas.spec(['mongodbatlas_cloud_backup_schedule'], schedule),
];

const kind = {
  types: [],
  product: 'mongodb-atlas-cluster',
  holds: 'database',
  protection: 'termination_protection_enabled',
} as const;

/** Its snapshots are dropped with it, unless a setting of their own keeps them. */
function cluster(resource: Resource, backups: string): readonly Fact[] {
  const enabled = atlas.off(resource, backups);
  const facts = plainFacts(atlas, resource, kind, { ownBackups: enabled, ...opening(resource) });
  if (known(enabled) !== true) return facts;
  const isContinuous = known(atlas.off(resource, 'pit_enabled')) === true;
  return [
    ...facts,
    ...atlas.kept(resource, {
      id: 'automated',
      name: `cloud backups of ${resource.name}`,
      at: enabled.at,
      method: isContinuous ? 'pitr' : 'snapshot',
      retentionDays: notSaid(resource),
      survivesSourceDeletion: atlas.off(resource, 'retain_backups_enabled'),
      of: [resource.key],
      because: 'Atlas makes them of it',
    }),
    ...compliance(resource),
  ];
}

/** A policy of the project that only the vendor's support can loosen. */
function compliance(resource: Resource): readonly Fact[] {
  const policy = resource.stack.resources.find(
    (other) =>
      other.type === 'mongodbatlas_backup_compliance_policy' && isSameProject(resource, other),
  );
  if (policy === undefined) return [];
  return guardFacts(policy, entityKey(`${resource.key}/automated`), {
    id: `compliance-${resource.name}`,
    name: `backup compliance policy ${policy.name}`,
    at: policy.at,
    strength: 'blocks',
    because: 'nobody can delete its snapshots before their time',
  });
}

/** Exports to a bucket, and copies in another region. */
function schedule(resource: Resource): readonly Fact[] {
  const source = resource.stack.target(settingAt(resource, 'cluster_name'));
  const exported = atlas.off(resource, 'auto_export_enabled');
  const [copied] = blocksOf(resource.settings, 'copy_settings');
  const of = source === undefined ? [] : [source.key];
  const traits = { retentionDays: notSaid<number>(resource), of };
  // Neither is beside the cluster.
  return withoutPlace([
    ...(known(exported) === true
      ? atlas.kept(resource, {
          ...traits,
          id: 'exports',
          name: `exports by ${resource.name}`,
          at: exported.at,
          method: 'dump',
          survivesSourceDeletion: written(true, exported.at),
          because: 'its snapshots are exported to a bucket',
        })
      : []),
    ...(copied === undefined
      ? []
      : atlas.kept(resource, {
          ...traits,
          id: 'copies',
          name: `copies by ${resource.name}`,
          at: copied.at,
          method: 'snapshot',
          survivesSourceDeletion:
            source === undefined ? notSaid(resource) : atlas.off(source, 'retain_backups_enabled'),
          because: 'its snapshots are copied to another region',
        })),
  ]);
}

/** Who may connect, where the list of the project lets everybody in. */
function opening(resource: Resource): { readonly openTo?: Value<'anyone'> } {
  const open = resource.stack.resources.find(
    (other) =>
      other.type === 'mongodbatlas_project_ip_access_list' &&
      literal(other, 'cidr_block') === '0.0.0.0/0' &&
      isSameProject(resource, other),
  );
  const at = open === undefined ? undefined : settingAt(open, 'cidr_block')?.at;
  return at === undefined ? {} : { openTo: written('anyone', at) };
}

function isSameProject(one: Resource, other: Resource): boolean {
  const mine = projectOf(one);
  return mine !== undefined && mine === projectOf(other);
}

/** The project by its id or by what names it. */
function projectOf(resource: Resource): string | undefined {
  const node: DataNode | undefined = settingAt(resource, 'project_id');
  if (node?.type === 'scalar') return node.text;
  return resource.stack.target(node)?.key ?? (node?.type === 'expr' ? node.text : undefined);
}
