import { at } from '../../../model/document.ts';
import { type Credential, entityKey, type Fact, type Principal } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { unknown } from '../../../model/value.ts';
import { principalFacts } from '../../../recognize/resource/principal-facts.ts';
import { identity, relation } from '../../../recognize/resource/resource-facts.ts';
import { noTrust, principalTraits } from '../principal-traits.ts';
import { type Attachment, attached, attachmentsOf, policyTreeAt } from './attached-policies.ts';
import { membersOf, named } from './iam-members.ts';
import { type Trust, trustOf } from './trust.ts';

const claim = {
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  checkedOn: '2026-11-21',
};

/** Users, groups, roles and permission sets, each with what all its policies together let it do. */
export const principals: readonly ResourceSpec[] = [
  { types: ['aws_iam_user', 'AWS::IAM::User'], facts: userFacts, ...claim },
  { types: ['aws_iam_group', 'AWS::IAM::Group'], facts: groupFacts, ...claim },
  { types: ['aws_iam_role', 'AWS::IAM::Role'], facts: roleFacts, ...claim },
  {
    types: ['aws_ssoadmin_permission_set', 'AWS::SSO::PermissionSet'],
    facts: permissionSetFacts,
    ...claim,
  },
  {
    types: ['aws_iam_access_key', 'AWS::IAM::AccessKey'],
    facts: accessKeyFacts,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    checkedOn: '2026-11-21',
  },
];

function userFacts(user: Resource): readonly Fact[] {
  const { groupsOf, people, programs } = membersOf(user.stack);
  const attachments = [user, ...(groupsOf.get(user) ?? [])].flatMap(attachmentsOf);
  const usedBy = people.has(user) ? 'people' : programs.has(user) ? 'program' : undefined;
  return factsOf(user, 'IAM user', attachments, { ...noTrust, usedBy });
}

function groupFacts(group: Resource): readonly Fact[] {
  const { usersOf, people } = membersOf(group.stack);
  const hasPeople = [...(usersOf.get(group) ?? [])].some((user) => people.has(user));
  const usedBy = hasPeople ? 'people' : undefined;
  return factsOf(group, 'IAM group', attachmentsOf(group), { ...noTrust, usedBy });
}

function roleFacts(role: Resource): readonly Fact[] {
  const { settings, stack } = role;
  const path = at(settings, 'path');
  // AWS alone uses these, and decides what they may do.
  if (path?.type === 'scalar' && path.text.startsWith('/aws-service-role/')) return [];
  const written = at(settings, 'assume_role_policy') ?? at(settings, 'assume_role_policy_document');
  return factsOf(role, 'IAM role', attachmentsOf(role), trustOf(policyTreeAt(written, stack)));
}

function permissionSetFacts(set: Resource): readonly Fact[] {
  // Whether single sign-on asks for a second factor is a setting of the directory.
  const trust: Trust = { usedBy: 'people', confirms: null };
  return factsOf(set, 'IAM Identity Center permission set', attachmentsOf(set), trust);
}

function factsOf(
  resource: Resource,
  title: string,
  attachments: readonly Attachment[],
  trust: Trust,
): readonly Fact[] {
  if (attachments.length === 0) return [];
  const boundary = boundaryOf(resource)?.reading ?? null;
  const traits = principalTraits({ title, attachments, boundary, trust, at: resource.at });
  return principalFacts(resource, 'aws', { ...traits, aliases: arnOf(resource) });
}

function boundaryOf({ settings, stack }: Resource): Attachment | null {
  const node = at(settings, 'permissions_boundary');
  if (node === undefined || (node.type === 'scalar' && (node.value === null || node.text === '')))
    return null;
  return attached(node, stack);
}

/** An ARN names the same principal wherever it is declared; only of a known account there is one. */
function arnOf({ placement, settings, type }: Resource): Principal['aliases'] {
  const name = at(settings, 'name');
  const account = /^aws:account\/(\d{12})$/.exec(placement.account.key)?.[1];
  if (account === undefined || name?.type !== 'scalar') return [];
  const kind = type.toLowerCase().split(/_|::/).at(-1) ?? '';
  return [entityKey(`arn:aws:iam::${account}:${kind}/${name.text}`)];
}

/** A key that the code makes: its value is elsewhere, and whoever holds it is its user. */
function accessKeyFacts(key: Resource): readonly Fact[] {
  const [user] = named(key, ['user', 'user_name']);
  if (user === undefined) return [];
  const credential: Credential = {
    kind: 'Credential',
    ...identity(key, key.key, key.name, key.at),
    provider: 'aws',
    product: 'access-key-id',
    title: 'long-lived AWS access key',
    form: 'reference',
    scope: unknown('external', key.at),
    actions: unknown('external', key.at),
    plane: 'control',
    expiresOn: 'never',
    preview: key.name,
    digest: null,
    decidedBy: 'context',
    purpose: null,
    narrower: 'Let the program assume a role that ends by itself',
  };
  return [
    credential,
    relation(key.key, 'acts-as', user.key, `${key.name} is a key of ${user.name}`, key.at),
  ];
}
