import { at, type DataNode } from '../../../model/document.ts';
import type { Fact, Scope, Target } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { unknown, written } from '../../../model/value.ts';
import { nameTokens } from '../../../recognize/name-tokens.ts';
import { principalFacts } from '../../../recognize/resource/principal-facts.ts';

/** Whoever a role of Azure is assigned to. */
export const principals: readonly ResourceSpec[] = [
  {
    types: ['azurerm_role_assignment', 'Microsoft.Authorization/roleAssignments'],
    facts: assignmentFacts,
    source: 'https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles',
    checkedOn: '2026-11-21',
  },
];

/**
 * What the built-in roles let somebody delete.
 * @see https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles (read 2026-11-21)
 */
const reaches: ReadonlyMap<string, readonly Target[]> = new Map<string, readonly Target[]>([
  ['owner', ['database', 'volume', 'bucket', 'backup', 'project']],
  ['contributor', ['database', 'volume', 'bucket', 'backup', 'project']],
  ['sql db contributor', ['database']],
  ['sql server contributor', ['database']],
  ['documentdb account contributor', ['database']],
  ['storage account contributor', ['bucket']],
  ['storage blob data owner', ['bucket']],
  ['storage blob data contributor', ['bucket']],
  ['virtual machine contributor', ['volume']],
  ['disk snapshot contributor', ['backup']],
  ['backup contributor', ['backup']],
]);

/** Ids of the two widest roles, which are the same in every directory. */
const ids: ReadonlyMap<string, string> = new Map([
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'owner'],
  ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'contributor'],
]);

function assignmentFacts(assignment: Resource): readonly Fact[] {
  const { settings } = assignment;
  const role = at(settings, 'role_definition_name') ?? at(settings, 'role_definition_id');
  const scope = scopeOf(assignment);
  if (role?.type !== 'scalar' || scope === null) return [];
  const name =
    ids.get(role.text.slice(role.text.lastIndexOf('/') + 1).toLowerCase()) ??
    role.text.toLowerCase();
  const deletes = reaches.get(name);
  if (deletes === undefined) return [];
  const holder = at(settings, 'principal_id');
  const { usedBy, asks } = whoIs(holder, at(settings, 'principal_type'), assignment);
  const isNarrowed = at(settings, 'condition') !== undefined;
  return principalFacts(assignment, 'azure', {
    title: `holder of the Azure role ${role.text}`,
    grantedAt: role.at,
    scope: written(scope, at(settings, 'scope')?.at ?? assignment.at),
    actions: written(
      name === 'owner' ? ['read', 'write', 'delete', 'admin'] : ['read', 'write', 'delete'],
      role.at,
    ),
    deletes: written(deletes, role.at),
    confirms: asks || isNarrowed ? unknown('external', role.at) : written(false, role.at),
    ...(usedBy === undefined ? {} : { usedBy }),
    narrower:
      'Assign a role of the services it works with, on their resource group, and lock what holds backups against deletion',
  });
}

/** How far an assignment reaches: a management group, a subscription, a resource group, or less. */
function scopeOf(assignment: Resource): Scope | null {
  const node = at(assignment.settings, 'scope');
  if (node === undefined) return null;
  if (node.type === 'scalar') return scopeOfPath(node.text);
  const target = assignment.stack.target(node);
  const type = target?.type ?? (node.type === 'expr' ? node.text : '');
  if (/azurerm_management_group/.test(type)) return 'organization';
  if (/azurerm_subscription/.test(type)) return 'account';
  if (/azurerm_resource_group/.test(type)) return 'environment';
  return target === undefined ? null : 'resource';
}

function scopeOfPath(path: string): Scope {
  if (/^\/providers\/Microsoft\.Management\/managementGroups\//i.test(path)) return 'organization';
  if (/^\/subscriptions\/[\w-]{1,60}\/?$/i.test(path)) return 'account';
  return /^\/subscriptions\/[\w-]{1,60}\/resourceGroups\/[^/]{1,100}\/?$/i.test(path)
    ? 'environment'
    : 'resource';
}

const pipelineWords = new Set(
  'ci cd cicd github gitlab actions terraform tf deploy deployer deployment pipeline devops'.split(
    ' ',
  ),
);

function whoIs(
  holder: DataNode | undefined,
  type: DataNode | undefined,
  { stack, name }: Resource,
): { readonly usedBy: 'people' | 'program' | 'pipeline' | undefined; readonly asks: boolean } {
  const target = holder === undefined ? undefined : stack.target(holder);
  const kind = type?.type === 'scalar' ? type.text.toLowerCase() : '';
  // Directories ask people for a second factor, or not, by rules that stand elsewhere.
  if (kind === 'user' || kind === 'group' || /azuread_(?:user|group)/.test(target?.type ?? '')) {
    return { usedBy: 'people', asks: true };
  }
  const words = nameTokens(`${target?.name ?? ''} ${name}`);
  if (words.some((word) => pipelineWords.has(word))) return { usedBy: 'pipeline', asks: true };
  if (kind === 'serviceprincipal' || target !== undefined)
    return { usedBy: 'program', asks: false };
  return { usedBy: undefined, asks: true };
}
