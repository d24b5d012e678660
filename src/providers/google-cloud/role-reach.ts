import type { Target } from '../../model/fact.ts';

/**
 * What the predefined roles of Google Cloud let somebody delete, by their permissions. Roles that are not here delete nothing that lasts, or are not known.
 * @see https://cloud.google.com/iam/docs/roles-permissions (read 2026-11-21)
 */
const reaches: readonly (readonly [roles: string, deletes: readonly Target[]])[] = [
  ['owner', ['database', 'volume', 'bucket', 'backup', 'project']],
  ['editor', ['database', 'volume', 'bucket', 'backup']],
  [
    'cloudsql.admin alloydb.admin spanner.admin bigtable.admin iam.databasesAdmin',
    ['database', 'backup'],
  ],
  ['bigquery.admin bigquery.dataOwner datastore.owner firebasedatabase.admin', ['database']],
  ['firebase.admin firebase.developAdmin', ['database', 'bucket']],
  [
    'compute.admin compute.storageAdmin compute.instanceAdmin compute.instanceAdmin.v1',
    ['volume', 'backup'],
  ],
  ['container.admin container.clusterAdmin container.developer file.editor', ['volume']],
  ['storage.admin storage.objectAdmin storage.objectUser', ['bucket']],
  ['spanner.backupAdmin backupdr.admin backupdr.backupvaultAdmin', ['backup']],
  ['redis.admin', ['cache']],
  [
    'iam.infrastructureAdmin iam.siteReliabilityEngineer',
    ['database', 'volume', 'bucket', 'backup'],
  ],
];

const byRole: ReadonlyMap<string, readonly Target[]> = new Map(
  reaches.flatMap(([roles, deletes]) => roles.split(' ').map((role) => [role, deletes] as const)),
);

/** Roles with which somebody gives himself every other, or becomes one who has it. */
const escalating = new Set([
  'owner',
  'resourcemanager.projectIamAdmin',
  'iam.securityAdmin',
  'iam.serviceAccountTokenCreator',
  'iam.serviceAccountKeyAdmin',
]);

/** Words by which the narrow predefined roles end. */
const narrow =
  /(?:viewer|client|reader|creator|user|invoker|writer|accessor|publisher|subscriber|agent)$/i;

/** What a role lets its holder delete; `undefined` for one of which nothing is known, such as a project's own. */
export function roleReach(
  role: string,
): { readonly deletes: readonly Target[]; readonly escalates: boolean } | undefined {
  const name = role.replace(/^roles\//, '');
  const deletes = byRole.get(name);
  if (deletes === undefined && !escalating.has(name)) {
    return role.startsWith('roles/') && narrow.test(name)
      ? { deletes: [], escalates: false }
      : undefined;
  }
  return { deletes: deletes ?? [], escalates: escalating.has(name) };
}
