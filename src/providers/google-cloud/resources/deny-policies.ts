import { at, type DataNode } from '../../../model/document.ts';
import { type DataStore, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { texts } from '../../../recognize/policy/policy-document.ts';
import { matchesWildcard } from '../../../recognize/policy/wildcard.ts';
import { isToldBy } from '../../../recognize/resource/provider-place.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt } from '../../../recognize/resource/settings.ts';

/**
 * What takes a store of a product away, as deny policies name permissions. All of it has to be denied. Products of which the names are not certain are
 * left out, and so are disks, which go with their machine too.
 * @see https://cloud.google.com/iam/docs/deny-permissions-support (read 2026-11-21)
 */
const deleting: Readonly<Record<string, readonly string[]>> = {
  'cloud-sql': ['cloudsql.googleapis.com/instances.delete'],
  'gcs-bucket': ['storage.googleapis.com/objects.delete'],
  'bigquery-dataset': ['bigquery.googleapis.com/datasets.delete'],
  'spanner-database': [
    'spanner.googleapis.com/databases.drop',
    'spanner.googleapis.com/instances.delete',
  ],
  'alloydb-cluster': ['alloydb.googleapis.com/clusters.delete'],
  'firestore-database': ['datastore.googleapis.com/databases.delete'],
  filestore: ['file.googleapis.com/instances.delete'],
};

/**
 * A deny policy of a store's project that lets nobody delete it, or only the members of groups. Whoever administers such policies can lift it, so that
 * it makes people ask. What folders and organizations deny stands elsewhere as a rule, and which projects they hold is not in the code.
 * @see https://cloud.google.com/iam/docs/deny-overview (read 2026-11-21)
 */
export function denyPolicyOn(resource: Resource, store: DataStore): readonly Fact[] {
  const permissions = deleting[store.product];
  if (permissions === undefined) return [];
  for (const policy of resource.stack.resources) {
    if (policy.type !== 'google_iam_deny_policy' || !isOfItsProject(policy, resource)) continue;
    const rules = blocksOf(policy.settings, 'rules').flatMap((rule) => blocksOf(rule, 'deny_rule'));
    const isDenied = permissions.every((one) => rules.some((rule) => denies(rule, one)));
    if (!isDenied) continue;
    return guardFacts(resource, store.key, {
      id: 'deny-policy',
      name: `deny policy ${policy.name}`,
      at: policy.at,
      strength: 'asks',
      because: 'only who may change the deny policies of its project can delete it',
    });
  }
  return [];
}

function denies(rule: DataNode, permission: string): boolean {
  const isMeant = (node: DataNode | undefined) =>
    texts(node).values.some(({ text }) => matchesWildcard(text, permission));
  const excepted = texts(at(rule, 'exception_permissions'));
  return (
    isMeant(at(rule, 'denied_permissions')) &&
    excepted.isWhole &&
    !isMeant(at(rule, 'exception_permissions')) &&
    bindsEverybody(rule) &&
    // Conditions ask for tags, which nobody can tell from here.
    blocksOf(rule, 'denial_condition').length === 0
  );
}

/** Groups are there to be asked. A person or a service account that is exempt may be whose key an agent holds. */
function bindsEverybody(rule: DataNode): boolean {
  const denied = texts(at(rule, 'denied_principals'));
  const exempt = texts(at(rule, 'exception_principals'));
  return (
    denied.values.some(({ text }) => text === 'principalSet://goog/public:all') &&
    exempt.isWhole &&
    exempt.values.every(({ text }) => text.startsWith('principalSet://goog/group/'))
  );
}

/** It is attached to the project that the store is made in: both by name, or both by the same reference. */
function isOfItsProject(policy: Resource, resource: Resource): boolean {
  const { account } = resource.placement;
  const parent = settingAt(policy, 'parent');
  if (parent?.type === 'scalar') {
    const [, name] = attachedTo.exec(parent.text) ?? [];
    return name !== undefined && account.key === entityKey(`google-cloud:account/${name}`);
  }
  if (parent?.type !== 'expr' || !/projects(?:\/|%2F)\$\{[^{}]{1,200}\}/i.test(parent.text)) {
    return false;
  }
  const project = resource.stack.target(parent);
  return (
    isToldBy(account, 'project', parent.refs) ||
    (project?.type === 'google_project' &&
      resource.stack.target(settingAt(resource, 'project')) === project)
  );
}

/** The parent as the API wants it, encoded. */
const attachedTo =
  /^cloudresourcemanager\.googleapis\.com(?:%2F|\/)projects(?:%2F|\/)([\w.-]{1,63})$/i;
