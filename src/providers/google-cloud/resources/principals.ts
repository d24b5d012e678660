import { at, type DataNode, items } from '../../../model/document.ts';
import {
  type Action,
  type EntityKey,
  entityKey,
  type Fact,
  type Scope,
  type Target,
} from '../../../model/fact.ts';
import type { Resource, ResourceSpec, Stack } from '../../../model/resource.ts';
import type { SourceRange } from '../../../model/source.ts';
import { unknown, written } from '../../../model/value.ts';
import { nameTokens } from '../../../recognize/name-tokens.ts';
import { principalFacts } from '../../../recognize/resource/principal-facts.ts';
import { roleReach } from '../role-reach.ts';

const levels: readonly (readonly [what: string, scope: Scope])[] = [
  ['project', 'project'],
  ['folder', 'organization'],
  ['organization', 'organization'],
];

/** Members that a project, a folder or an organization gives roles to. */
export const principals: readonly ResourceSpec[] = levels.map(([what, scope]) => ({
  types: ['member', 'binding', 'policy'].map((kind) => `google_${what}_iam_${kind}`),
  facts: (resource) => bindingFacts(resource, scope),
  source:
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
  checkedOn: '2026-11-21',
}));

/** One role that one member has. */
interface Grant {
  readonly member: string;
  readonly role: string;
  readonly hasCondition: boolean;
  readonly at: SourceRange;
  readonly by: Resource;
}

const narrower =
  'Give it the roles of the services it works with, without those that delete instances, disks or backups';

/** Each member once, where its first role stands, with all its roles of that level. */
function bindingFacts(resource: Resource, scope: Scope): readonly Fact[] {
  const own = grantsIn(resource);
  const all = resource.stack.resources
    .filter(({ type }) => levelOf(type) === levelOf(resource.type))
    .flatMap(grantsIn);
  return [...new Set(own.map(({ member }) => member))].flatMap((member) => {
    const grants = all.filter((grant) => grant.member === member);
    return grants[0]?.by === resource ? memberFacts(resource, member, grants, scope) : [];
  });
}

function levelOf(type: string): string | undefined {
  return /^google_(project|folder|organization)_iam_(?:member|binding|policy)$/.exec(type)?.[1];
}

function grantsIn(resource: Resource): readonly Grant[] {
  const { settings, stack } = resource;
  const policy = at(settings, 'policy_data');
  if (policy !== undefined) {
    // `google_iam_policy` has a block for each role.
    const document = stack.target(policy);
    return items(at(document?.settings, 'binding')).flatMap((block) =>
      grantsOf(block, stack, resource),
    );
  }
  return grantsOf(settings, stack, resource);
}

function grantsOf(block: DataNode, stack: Stack, by: Resource): readonly Grant[] {
  const role = at(block, 'role');
  if (role?.type !== 'scalar') return [];
  const member = at(block, 'member');
  const members = member === undefined ? items(at(block, 'members')) : [member];
  const hasCondition = at(block, 'condition') !== undefined;
  return members.flatMap((node): Grant[] => {
    const name = memberName(node, stack);
    return name === null ? [] : [{ member: name, role: role.text, hasCondition, at: role.at, by }];
  });
}

/** `serviceAccount:ferry@…` as it is written, or the service account that a computed one leads to. */
function memberName(node: DataNode, stack: Stack): string | null {
  if (node.type === 'scalar') return node.text === '' ? null : node.text;
  const target = stack.target(node);
  if (target !== undefined) return `serviceAccount:${emailOf(target) ?? target.name}`;
  // A template keeps its quotes, and what stands before its first computed part says what it is.
  const text = node.type === 'expr' ? node.text.replace(/^"(.*)"$/, '$1') : '';
  return text === '' ? null : text.slice(0, 120);
}

function emailOf({ type, settings }: Resource): string | null {
  const id = at(settings, 'account_id');
  const project = at(settings, 'project');
  if (type !== 'google_service_account' || id?.type !== 'scalar' || project?.type !== 'scalar')
    return null;
  return `${id.text}@${project.text}.iam.gserviceaccount.com`;
}

function memberFacts(
  resource: Resource,
  member: string,
  grants: readonly Grant[],
  scope: Scope,
): readonly Fact[] {
  const reaches = grants.map((grant) => ({ grant, reach: roleReach(grant.role) }));
  // A condition names resources or an end: how much it leaves is not decided here.
  const counted = reaches.filter(({ grant, reach }) => reach !== undefined && !grant.hasCondition);
  const deletes = [...new Set(counted.flatMap(({ reach }) => reach?.deletes ?? []))];
  const widest = [...counted].sort(
    (a, b) => (b.reach?.deletes.length ?? 0) - (a.reach?.deletes.length ?? 0),
  )[0];
  const grantedAt = widest?.grant.at ?? grants[0]?.at ?? resource.at;
  const { usedBy, asks, title } = whoIs(member);
  const isWhole = counted.length === grants.length;
  return principalFacts(resource, 'google-cloud', {
    key: entityKey(`${resource.stack.key}#${levelOf(resource.type)}/${member}`),
    name: member.replace(/^[a-zA-Z]{1,20}:/, ''),
    aliases: aliasOf(member),
    title,
    grantedAt,
    scope: written(scope, grantedAt),
    actions:
      isWhole || deletes.length > 0
        ? written(actionsOf(counted, deletes), grantedAt)
        : unknown('external', grantedAt),
    deletes:
      isWhole || deletes.length > 0 ? written(deletes, grantedAt) : unknown('external', grantedAt),
    // Whether people sign in with a second factor is a setting of the directory.
    confirms: asks ? unknown('external', grantedAt) : written(false, grantedAt),
    ...(usedBy === undefined ? {} : { usedBy }),
    ...(member.startsWith('serviceAccount:') ? { hasLastingKeys: true } : {}),
    narrower,
  });
}

function actionsOf(
  counted: readonly { readonly reach: ReturnType<typeof roleReach> }[],
  deletes: readonly Target[],
): readonly Action[] {
  const escalates = counted.some(({ reach }) => reach?.escalates === true);
  return [
    'read',
    ...(deletes.length > 0 ? (['write', 'delete'] as const) : []),
    ...(escalates ? (['admin'] as const) : []),
  ];
}

function aliasOf(member: string): readonly EntityKey[] {
  const email = /^serviceAccount:([\w.-]{1,100}@[\w.-]{1,100}\.gserviceaccount\.com)$/.exec(
    member,
  )?.[1];
  return email === undefined ? [] : [entityKey(`google-cloud:service-account/${email}`)];
}

const pipelineWords = new Set(
  'ci cd cicd github gitlab actions terraform tf tfc tfe spacelift deploy deployer deployment pipeline cloudbuild build builder bitbucket circleci argocd atlantis'.split(
    ' ',
  ),
);

function whoIs(member: string): {
  readonly title: string;
  readonly usedBy: 'people' | 'program' | 'pipeline' | 'vendor' | undefined;
  readonly asks: boolean;
} {
  if (/^(?:user|group|domain):/.test(member)) {
    return { title: 'Google account or group', usedBy: 'people', asks: true };
  }
  if (
    /@(?:gcp-sa-[\w-]{1,60}|service-[\w-]{1,60}|cloudservices)\.(?:iam\.)?gserviceaccount\.com$|^serviceAccount:service-/.test(
      member,
    )
  ) {
    return { title: 'Google service agent', usedBy: 'vendor', asks: true };
  }
  if (member.startsWith('principal')) {
    return { title: 'workload identity', usedBy: 'pipeline', asks: true };
  }
  const isPipeline =
    nameTokens(member.split('@')[0] ?? '').some((word) => pipelineWords.has(word)) ||
    member.includes('@cloudbuild.');
  if (isPipeline) return { title: 'Google service account', usedBy: 'pipeline', asks: true };
  return member.startsWith('serviceAccount:')
    ? { title: 'Google service account', usedBy: 'program', asks: false }
    : { title: 'Google Cloud member', usedBy: undefined, asks: true };
}
