import { beforeAll, describe, expect, it } from 'vitest';
import { edges, only } from '../../../../test/resource-facts-of.ts';
import { terraformTree } from '../../../../test/terraform-tree.ts';
import { createKnowledge, withResources } from '../../../engine/knowledge.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { pack } from '../pack.ts';
import { resources } from '../resources.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await withResources(createKnowledge([pack], new Uint8Array(32)), [pack]);
});

const database = `
provider "google" {
  project = "harbour-prod"
}
resource "google_sql_database_instance" "letters" {
  name = "letters"
}
`;

interface Policy {
  readonly parent?: string;
  readonly principals?: string;
  readonly permissions?: string;
  readonly more?: string;
}

function policy({
  parent = 'urlencode("cloudresourcemanager.googleapis.com/projects/harbour-prod")',
  principals = '["principalSet://goog/public:all"]',
  permissions = '["cloudsql.googleapis.com/instances.delete"]',
  more = '',
}: Policy = {}): string {
  return `
resource "google_iam_deny_policy" "keep" {
  parent = ${parent}
  name   = "keep"
  rules {
    deny_rule {
      denied_principals  = ${principals}
      denied_permissions = ${permissions}
      ${more}
    }
  }
}
`;
}

function denials(...texts: readonly string[]): readonly string[] {
  const { facts } = terraformTree({ 'infra/main.tf': texts.join('\n') }, knowledge, (type) =>
    resources.find(({ types }) => types.includes(type)),
  );
  const guards = only(facts, 'Guard').filter(({ name }) => name.startsWith('deny policy'));
  expect(guards.map(({ strength }) => strength)).toEqual(guards.map(() => 'asks'));
  return edges(facts, 'guarded-by').filter((edge) => edge.endsWith('/deny-policy'));
}

const held = [
  'google_sql_database_instance.letters > google_sql_database_instance.letters/deny-policy',
];

describe('a deny policy of a project', () => {
  it.each<[string, Policy]>([
    ['names the permission', {}],
    ['names a group of permissions', { permissions: '["cloudsql.googleapis.com/*.delete"]' }],
    [
      'leaves it to a group',
      { more: 'exception_principals = ["principalSet://goog/group/storekeepers@example.com"]' },
    ],
    [
      'is encoded already',
      { parent: '"cloudresourcemanager.googleapis.com%2Fprojects%2Fharbour-prod"' },
    ],
  ])('guards its databases where it %s', (_, written) => {
    expect(denials(database, policy(written))).toEqual(held);
  });

  it.each<[string, Policy]>([
    [
      'belongs to another project',
      { parent: 'urlencode("cloudresourcemanager.googleapis.com/projects/harbour-lab")' },
    ],
    [
      'belongs to a folder of which nobody knows what it holds',
      { parent: 'urlencode("cloudresourcemanager.googleapis.com/folders/4711")' },
    ],
    ['belongs to a project that nobody can tell', { parent: 'var.parent' }],
    ['is about another service', { permissions: '["storage.googleapis.com/objects.delete"]' }],
    ['is about another act', { permissions: '["cloudsql.googleapis.com/instances.create"]' }],
    ['binds one person', { principals: '["principal://goog/subject/ada@example.com"]' }],
    ['exempts everybody', { more: 'exception_principals = ["principalSet://goog/public:all"]' }],
    [
      'exempts a service account',
      {
        more: 'exception_principals = ["principal://iam.googleapis.com/projects/-/serviceAccounts/ci@harbour-prod.iam.gserviceaccount.com"]',
      },
    ],
    ['exempts whom nobody can tell', { more: 'exception_principals = var.exempt' }],
    [
      'takes the permission out again',
      { more: 'exception_permissions = ["cloudsql.googleapis.com/instances.delete"]' },
    ],
    [
      'holds for some tags only',
      { more: "denial_condition {\n expression = \"resource.matchTag('1/env', 'test')\"\n}" },
    ],
  ])('guards nothing where it %s', (_, written) => {
    expect(denials(database, policy(written))).toEqual([]);
  });

  it('is of the project that a variable names for both', () => {
    const byVariable = (name: string) =>
      policy({
        parent: `urlencode("cloudresourcemanager.googleapis.com/projects/\${var.${name}}")`,
      });
    const text = `variable "project" {}\nvariable "other" {}\n${database.replace('"harbour-prod"', 'var.project')}`;
    expect(denials(text, byVariable('project'))).toEqual(held);
    expect(denials(text, byVariable('other'))).toEqual([]);
  });

  it('guards databases of Spanner only where their instances stay too', () => {
    const spanner =
      'provider "google" {\n project = "harbour-prod"\n}\nresource "google_spanner_database" "trips" {\n name = "trips"\n}\n';
    const drop = 'spanner.googleapis.com/databases.drop';
    expect(denials(spanner, policy({ permissions: `["${drop}"]` }))).toEqual([]);
    const both = `["${drop}", "spanner.googleapis.com/instances.delete"]`;
    expect(denials(spanner, policy({ permissions: both }))).toHaveLength(1);
  });
});
