import { type DataStore, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { known } from '../../../model/value.ts';
import { evaluatePolicies } from '../../../recognize/policy/aws-evaluate.ts';
import type { PolicyReading } from '../../../recognize/policy/aws-statement.ts';
import { isToldBy } from '../../../recognize/resource/provider-place.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { attached } from './attached-policies.ts';
import { textWith } from './spec.ts';

/** What takes a store of a product away, as policies name it. To deny one of them is enough: objects of which the versions stay are not lost. */
const deleting: Readonly<Record<string, readonly string[]>> = {
  'rds-instance': ['rds:DeleteDBInstance'],
  'rds-cluster': ['rds:DeleteDBCluster'],
  documentdb: ['rds:DeleteDBCluster'],
  neptune: ['rds:DeleteDBCluster'],
  'dynamodb-table': ['dynamodb:DeleteTable'],
  redshift: ['redshift:DeleteCluster'],
  opensearch: ['es:DeleteDomain'],
  memorydb: ['memorydb:DeleteCluster'],
  'cognito-user-pool': ['cognito-idp:DeleteUserPool'],
  efs: ['elasticfilesystem:DeleteFileSystem'],
  'ebs-volume': ['ec2:DeleteVolume'],
  's3-bucket': ['s3:DeleteObject', 's3:DeleteObjectVersion'],
};

/**
 * A policy of the organization, attached to the store's account or to a unit around it, that denies everybody there the deletion. The organization's own
 * administrators can lift it, so that it makes people ask. It does not bind the account that the organization is managed from, which is where whatever
 * else a template declares is made: templates are not looked at.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html (read 2026-11-21)
 */
export function organizationPolicyOn(resource: Resource, store: DataStore): readonly Fact[] {
  const actions = deleting[store.product];
  if (actions === undefined) return [];
  for (const attachment of resource.stack.resources) {
    if (attachment.type !== 'aws_organizations_policy_attachment') continue;
    if (!isAround(attachment, resource)) continue;
    const policy = resource.stack.target(settingAt(attachment, 'policy_id'));
    const denial = policy === undefined ? null : denialIn(policy, store, actions);
    if (policy === undefined || denial === null) continue;
    return guardFacts(resource, store.key, {
      id: 'organization-policy',
      name: `organization policy ${policy.name}`,
      at: policy.at,
      strength: 'asks',
      because:
        denial === 'without-factor'
          ? 'its organization lets nobody delete it without a second factor'
          : 'only who administers its organization can have it deleted',
    });
  }
  return [];
}

function denialIn(
  policy: Resource,
  store: DataStore,
  actions: readonly string[],
): 'always' | 'without-factor' | null {
  const content = settingAt(policy, 'content');
  if (policy.type !== 'aws_organizations_policy' || content === undefined) return null;
  const kind = known(textWith(policy, 'type', 'SERVICE_CONTROL_POLICY'));
  // Of what policies of resources can bind, only buckets are stores here.
  const binds =
    kind === 'SERVICE_CONTROL_POLICY' ||
    (kind === 'RESOURCE_CONTROL_POLICY' && store.holds === 'bucket');
  if (!binds) return null;
  const { reading } = attached(content, policy.stack);
  const left = actions.map((action) => leftBy(reading, action));
  if (left.some(({ breadth }) => breadth === 'nowhere')) return 'always';
  return left.some((one) => one.breadth === 'everywhere' && one.confirms === true)
    ? 'without-factor'
    : null;
}

/** What remains of a right that somebody has everywhere. */
function leftBy({ statements }: PolicyReading, action: string) {
  const denials = statements.filter(({ allows }) => !allows);
  const [first] = denials;
  const everything: PolicyReading = {
    isWhole: true,
    statements:
      first === undefined
        ? []
        : [
            {
              allows: true,
              actions: [action],
              allActionsBut: false,
              resources: ['*'],
              allResourcesBut: false,
              condition: 'none',
              conditionKeys: [],
              at: first.at,
            },
            ...denials,
          ],
  };
  const { breadth, confirms } = evaluatePolicies(
    { attached: [everything], boundary: null },
    { destructive: [{ action, destroys: 'anything' }], escalating: [] },
  );
  return { breadth: first === undefined ? 'everywhere' : breadth, confirms };
}

/** The policy is attached to the account that the resource is made in, to a unit that this account is in, or to the root. */
function isAround(attachment: Resource, resource: Resource): boolean {
  const { account } = resource.placement;
  const target = settingAt(attachment, 'target_id');
  if (target?.type === 'scalar') {
    return (
      /^\d{12}$/.test(target.text) &&
      account.key === entityKey(`aws:account/${target.text}`) &&
      attachment.placement.account.key !== account.key
    );
  }
  if (target?.type !== 'expr') return false;
  const unit = attachment.stack.target(target);
  const around = unitsAround(resource);
  if (unit === undefined || around.length === 0) return false;
  const isRoot = /aws_organizations_organization$/.test(unit.type);
  // The organization also tells the account that it is managed from.
  return isRoot ? target.refs.every((ref) => /\.roots\b/.test(ref)) : around.includes(unit);
}

/** The account that a resource is made in, where the same stack declares it, and the units around it, inside out. */
function unitsAround({ placement, stack }: Resource): readonly Resource[] {
  const account = stack.resources.find(
    ({ type, name }) =>
      type === 'aws_organizations_account' &&
      isToldBy(placement.account, 'assume_role.role_arn', [`${name}.id`]),
  );
  const found = account === undefined ? [] : [account];
  for (const one of found) {
    // AWS allows five levels of units.
    if (found.length > 6) break;
    const parent = stack.target(settingAt(one, 'parent_id'));
    if (parent !== undefined && !found.includes(parent)) found.push(parent);
  }
  return found;
}
