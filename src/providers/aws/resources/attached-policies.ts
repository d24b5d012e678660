import { at, type DataNode, items } from '../../../model/document.ts';
import type { Resource, Stack } from '../../../model/resource.ts';
import type { SourceRange } from '../../../model/source.ts';
import {
  type PolicyReading,
  readStatements,
  unreadPolicy,
} from '../../../recognize/policy/aws-statement.ts';
import { field, policyTree } from '../../../recognize/policy/policy-document.ts';
import { blocksOf } from '../../../recognize/resource/settings.ts';
import { managedPolicy, managedPolicyName } from '../managed-policies.ts';

/** A policy that a principal has, and where it is given to it. */
export interface Attachment {
  readonly reading: PolicyReading;
  readonly at: SourceRange;
  /** It may hold anything: it is not one of AWS's own, and could not be read. */
  readonly isUnseen: boolean;
}

/** References from one policy document to another end somewhere. */
const maxDepth = 6;

/** The policies that resources of a stack give to its users, groups and roles, by whom they are given to. Once for each stack. */
export function attachmentsOf(principal: Resource): readonly Attachment[] {
  const known = byStack.get(principal.stack);
  const table = known ?? attachmentTable(principal.stack);
  if (known === undefined) byStack.set(principal.stack, table);
  return [...ownPolicies(principal), ...(table.get(principal) ?? [])];
}

/** Stacks do not change while they are read. */
const byStack = new WeakMap<Stack, ReadonlyMap<Resource, readonly Attachment[]>>();

function attachmentTable(stack: Stack): ReadonlyMap<Resource, readonly Attachment[]> {
  const table = new Map<Resource, Attachment[]>();
  for (const resource of stack.resources) {
    const fields = attaching.get(resource.type);
    if (fields === undefined) continue;
    const attachment = attachmentIn(resource);
    const members = fields.flatMap((name) =>
      nodesAt(resource.settings, name).map((node) => principalAt(stack, node, name)),
    );
    for (const target of new Set(members)) {
      if (target === undefined) continue;
      const list = table.get(target);
      if (list === undefined) table.set(target, [attachment]);
      else list.push(attachment);
    }
  }
  return table;
}

/** Types that give a policy to others, and the settings that name those. */
const attaching: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_iam_user_policy', ['user']],
  ['aws_iam_user_policy_attachment', ['user']],
  ['aws_iam_group_policy', ['group']],
  ['aws_iam_group_policy_attachment', ['group']],
  ['aws_iam_role_policy', ['role']],
  ['aws_iam_role_policy_attachment', ['role']],
  ['aws_iam_policy_attachment', ['users', 'groups', 'roles']],
  ['aws_ssoadmin_managed_policy_attachment', ['permission_set_arn']],
  ['aws_ssoadmin_permission_set_inline_policy', ['permission_set_arn']],
  ['AWS::IAM::Policy', ['users', 'groups', 'roles']],
  ['AWS::IAM::ManagedPolicy', ['users', 'groups', 'roles']],
  ['AWS::IAM::UserPolicy', ['user_name']],
  ['AWS::IAM::GroupPolicy', ['group_name']],
  ['AWS::IAM::RolePolicy', ['role_name']],
]);

/** Settings that hold or name the policy that is given. */
const policySettings = [
  'policy_arn',
  'managed_policy_arn',
  'policy',
  'inline_policy',
  'policy_document',
];

function attachmentIn(resource: Resource): Attachment {
  for (const name of policySettings) {
    const node = at(resource.settings, name);
    if (node !== undefined) return attached(node, resource.stack);
  }
  return { reading: unreadPolicy, at: resource.at, isUnseen: true };
}

/** Policies written into the principal itself. */
function ownPolicies({ settings, stack }: Resource): readonly Attachment[] {
  const inline = [...blocksOf(settings, 'inline_policy'), ...blocksOf(settings, 'policies')];
  return [
    ...inline.map((block) => attached(field(block, 'policy', 'policydocument') ?? block, stack)),
    ...nodesAt(settings, 'managed_policy_arns').map((node) => attached(node, stack)),
    ...nodesAt(settings, 'managed_policies').map((node) => attached(node, stack)),
  ];
}

/** A policy by what is written where one is given. */
export function attached(node: DataNode, stack: Stack): Attachment {
  const name = managedNameAt(node, stack);
  if (name !== null) return { reading: managedPolicy(name, node.at), at: node.at, isUnseen: false };
  const reading = policyAt(node, stack, 0);
  return { reading, at: node.at, isUnseen: !reading.isWhole };
}

function managedNameAt(node: DataNode, stack: Stack): string | null {
  const text = node.type === 'scalar' || node.type === 'expr' ? node.text : '';
  const named =
    text.includes('{') && !text.includes(':aws:policy/') ? null : managedPolicyName(text);
  if (named !== null) return named;
  const source = stack.target(node);
  if (source === undefined || plainType(source) !== 'aws_iam_policy') return null;
  const arn = at(source.settings, 'arn');
  if (arn?.type === 'scalar') return managedPolicyName(arn.text);
  const name = at(source.settings, 'name');
  // A data source that names one of AWS's own.
  return isData(source) && name?.type === 'scalar' ? name.text : null;
}

/** The policy that a setting holds or refers to. */
function policyAt(node: DataNode | undefined, stack: Stack, depth = 0): PolicyReading {
  if (node === undefined || depth > maxDepth) return unreadPolicy;
  const tree = policyTree(node);
  if (tree !== undefined) return readStatements(tree);
  const source = stack.target(node);
  if (source === undefined) return unreadPolicy;
  if (plainType(source) === 'aws_iam_policy_document') return documentAt(source, depth);
  const inner = at(source.settings, 'policy') ?? at(source.settings, 'policy_document');
  return inner === node ? unreadPolicy : policyAt(inner, stack, depth + 1);
}

/** `aws_iam_policy_document`: its own statements and those of the documents it takes in. */
function documentAt({ settings, stack }: Resource, depth: number): PolicyReading {
  const own = readStatements(settings);
  const taken = [
    'source_policy_documents',
    'override_policy_documents',
    'source_json',
    'override_json',
  ]
    .flatMap((name) => nodesAt(settings, name))
    .map((node) => policyAt(node, stack, depth + 1));
  const hasOwn = at(settings, 'statement') !== undefined;
  const all = hasOwn || taken.length === 0 ? [own, ...taken] : taken;
  return {
    statements: all.flatMap(({ statements }) => statements),
    isWhole: all.every(({ isWhole }) => isWhole) && at(settings, 'dynamic') === undefined,
  };
}

/** What a document that says who may sign in as a role is, as a tree: `assume_role_policy`. */
export function policyTreeAt(node: DataNode | undefined, stack: Stack): DataNode | undefined {
  if (node === undefined) return undefined;
  const tree = policyTree(node);
  if (tree !== undefined) return tree;
  const source = stack.target(node);
  return source !== undefined && plainType(source) === 'aws_iam_policy_document'
    ? source.settings
    : undefined;
}

/**
 * The user, group or role that a value names: by reference, or by the name it is declared with. The setting tells which of these it is: `user`,
 * `group_name`, `roles`.
 */
export function principalAt(stack: Stack, node: DataNode, setting: string): Resource | undefined {
  const target = stack.target(node);
  if (target !== undefined) return target;
  if (node.type !== 'scalar' || node.text === '') return undefined;
  const kind = /user|group|role/.exec(setting)?.[0] ?? '';
  return namesOf(stack).get(`${kind}/${node.text}`);
}

/** Users, groups and roles of a stack by the names they are declared with. */
function namesOf(stack: Stack): ReadonlyMap<string, Resource> {
  const known = nameTables.get(stack);
  if (known !== undefined) return known;
  const names = new Map<string, Resource>();
  for (const resource of stack.resources) {
    const kind = namedTypes.get(resource.type);
    if (kind === undefined) continue;
    for (const setting of nameSettings) {
      const written = at(resource.settings, setting);
      const name = written?.type === 'scalar' ? `${kind}/${written.text}` : '';
      if (name !== '' && !names.has(name)) names.set(name, resource);
    }
  }
  nameTables.set(stack, names);
  return names;
}

const nameTables = new WeakMap<Stack, ReadonlyMap<string, Resource>>();

const nameSettings = ['name', 'user_name', 'group_name', 'role_name'];
const namedTypes: ReadonlyMap<string, string> = new Map([
  ['aws_iam_user', 'user'],
  ['aws_iam_group', 'group'],
  ['aws_iam_role', 'role'],
  ['AWS::IAM::User', 'user'],
  ['AWS::IAM::Group', 'group'],
  ['AWS::IAM::Role', 'role'],
]);

/** The value of a setting, or the items of its list. */
export function nodesAt(settings: DataNode, name: string): readonly DataNode[] {
  const node = at(settings, name);
  if (node === undefined) return [];
  return node.type === 'list' ? items(node) : [node];
}

/** Type without the mark that says it is only looked up. */
function plainType({ type }: Resource): string {
  return type.replace(/^data\./, '');
}

function isData({ type, name }: Resource): boolean {
  return type.startsWith('data.') || name.startsWith('data.') || name.includes('.data.');
}
