import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../../test/facts-of-kind.ts';
import { resourcesIn } from '../../../../test/resource.ts';
import { createKnowledge } from '../../../engine/knowledge.ts';
import type { Principal } from '../../../model/fact.ts';
import { principals } from './principals.ts';

const knowledge = createKnowledge([], randomBytes(32));

function principalsOf(text: string): readonly Principal[] {
  const facts = resourcesIn(text).flatMap(
    (resource) =>
      principals.find(({ types }) => types.includes(resource.type))?.facts(resource, knowledge) ??
      [],
  );
  return ofKind(facts, 'Principal').filter(({ implied }) => !implied);
}

const identities = `
data "azurerm_subscription" "here" {
  subscription_id = "1"
}
resource "azurerm_resource_group" "harbour" {
  name = "harbour"
}
resource "azurerm_user_assigned_identity" "ferry" {
  name = "ferry"
}
`;
const assignment = (role: string, scope: string, name = 'ferry', rest = '') => `${identities}
resource "azurerm_role_assignment" "${name}" {
  scope                = ${scope}
  role_definition_name = "${role}"
  principal_id         = azurerm_user_assigned_identity.ferry.principal_id
  ${rest}
}
`;
const subscription = '"/subscriptions/5f0c3bd2-0000-4000-8000-000000000000"';

describe('role assignments', () => {
  it.each([
    [subscription, 'account'],
    ['data.azurerm_subscription.here.id', 'account'],
    ['"/providers/Microsoft.Management/managementGroups/harbour"', 'organization'],
    ['azurerm_resource_group.harbour.id', 'environment'],
    [`${subscription.slice(0, -1)}/resourceGroups/harbour"`, 'environment'],
    [
      `${subscription.slice(0, -1)}/resourceGroups/harbour/providers/Microsoft.Sql/servers/x"`,
      'resource',
    ],
  ])('on %s reach the %s', (scope, expected) => {
    expect(principalsOf(assignment('Contributor', scope))[0]).toMatchObject({
      provider: 'azure',
      scope: { value: expected },
      usedBy: 'program',
      confirms: { state: 'set', value: false },
    });
  });

  it('delete what their role lets them', () => {
    expect(principalsOf(assignment('Backup Contributor', subscription))[0]?.deletes).toMatchObject({
      value: ['backup'],
    });
    expect(principalsOf(assignment('Reader', subscription))).toEqual([]);
  });

  it('of pipelines, of people and under conditions may be asked elsewhere', () => {
    for (const [name, rest] of [
      ['github', ''],
      ['ferry', 'principal_type = "Group"'],
      ['ferry', 'condition = "something"'],
    ] as const) {
      expect(principalsOf(assignment('Owner', subscription, name, rest))[0]?.confirms.state).toBe(
        'unknown',
      );
    }
  });

  it('whose scope nobody knows are left out', () => {
    expect(principalsOf(assignment('Owner', 'var.scope'))).toEqual([]);
  });
});
