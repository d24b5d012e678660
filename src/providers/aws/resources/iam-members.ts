import { at } from '../../../model/document.ts';
import type { Resource, Stack } from '../../../model/resource.ts';
import { nodesAt, principalAt } from './attached-policies.ts';

/** Who belongs to whom among the users and groups of a stack, and how its users sign in. */
export interface Members {
  readonly groupsOf: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  readonly usersOf: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  /** Users with a password for the console. */
  readonly people: ReadonlySet<Resource>;
  /** Users with an access key that the code makes. */
  readonly programs: ReadonlySet<Resource>;
}

/** The members of a stack, read once. */
export function membersOf(stack: Stack): Members {
  const known = byStack.get(stack);
  if (known !== undefined) return known;
  const members = readMembers(stack);
  byStack.set(stack, members);
  return members;
}

/** Stacks do not change while they are read. */
const byStack = new WeakMap<Stack, Members>();

const memberships = new Set([
  'aws_iam_user_group_membership',
  'aws_iam_group_membership',
  'AWS::IAM::UserToGroupAddition',
]);
const users = new Set(['aws_iam_user', 'AWS::IAM::User']);
const keys = new Set(['aws_iam_access_key', 'AWS::IAM::AccessKey']);

function readMembers(stack: Stack): Members {
  const groupsOf = new Map<Resource, Set<Resource>>();
  const usersOf = new Map<Resource, Set<Resource>>();
  const people = new Set<Resource>();
  const programs = new Set<Resource>();
  const join = (user: Resource, group: Resource): void => {
    groupsOf.set(user, (groupsOf.get(user) ?? new Set()).add(group));
    usersOf.set(group, (usersOf.get(group) ?? new Set()).add(user));
  };
  for (const resource of stack.resources) {
    const { type } = resource;
    if (users.has(type)) {
      if (at(resource.settings, 'login_profile') !== undefined) people.add(resource);
      for (const group of named(resource, ['groups'])) join(resource, group);
    } else if (memberships.has(type)) {
      const groups = named(resource, ['group', 'groups', 'group_name']);
      for (const user of named(resource, ['user', 'users'])) {
        for (const group of groups) join(user, group);
      }
    } else if (type === 'aws_iam_user_login_profile') {
      for (const user of named(resource, ['user'])) people.add(user);
    } else if (keys.has(type)) {
      for (const user of named(resource, ['user', 'user_name'])) programs.add(user);
    }
  }
  return { groupsOf, usersOf, people, programs };
}

/** The users or groups that settings of a resource name. */
export function named(
  { settings, stack }: Resource,
  names: readonly string[],
): readonly Resource[] {
  return names
    .flatMap((name) => nodesAt(settings, name).map((node) => principalAt(stack, node, name)))
    .filter((resource) => resource !== undefined);
}
