import { beforeAll, describe, expect, it } from 'vitest';
import { only } from '../../../../test/resource-facts-of.ts';
import { terraformTree } from '../../../../test/terraform-tree.ts';
import { createKnowledge, withResources } from '../../../engine/knowledge.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { pack } from '../pack.ts';
import { resources } from '../resources.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await withResources(createKnowledge([pack], new Uint8Array(32)), [pack]);
});

const organization = `
resource "aws_organizations_organization" "all" {}
resource "aws_organizations_organizational_unit" "workloads" {
  name      = "workloads"
  parent_id = aws_organizations_organization.all.roots[0].id
}
resource "aws_organizations_organizational_unit" "sandboxes" {
  name      = "sandboxes"
  parent_id = aws_organizations_organization.all.roots[0].id
}
resource "aws_organizations_account" "prod" {
  name      = "prod"
  parent_id = aws_organizations_organizational_unit.workloads.id
}
resource "aws_organizations_account" "lab" {
  name      = "lab"
  parent_id = aws_organizations_organizational_unit.sandboxes.id
}
`;

/** A database in an account, which is named as roles are. */
function database(account: string): string {
  return `
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "prod"
  region = "eu-west-1"
  assume_role {
    role_arn = "arn:aws:iam::${account}:role/deployer"
  }
}
resource "aws_db_instance" "letters" {
  provider   = aws.prod
  identifier = "letters"
}
`;
}

const declared = database(`\${aws_organizations_account.prod.id}`);
const numbered = database('123456789012');

interface Statement {
  readonly effect?: string;
  readonly action?: string | readonly string[];
  readonly resource?: string;
  readonly condition?: object;
}

function policy(
  {
    effect = 'Deny',
    action = 'rds:DeleteDBInstance',
    resource = '*',
    condition = {},
  }: Statement = {},
  type = '"SERVICE_CONTROL_POLICY"',
): string {
  const statement = {
    Effect: effect,
    Action: action,
    Resource: resource,
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  };
  return `
resource "aws_organizations_policy" "keep" {
  name    = "keep"
  type    = ${type}
  content = jsonencode(${JSON.stringify({ Statement: [statement] })})
}
`;
}

function attachTo(target: string): string {
  return `
resource "aws_organizations_policy_attachment" "keep" {
  policy_id = aws_organizations_policy.keep.id
  target_id = ${target}
}
`;
}

const toProd = attachTo('aws_organizations_account.prod.id');

function guards(...texts: readonly string[]): readonly string[] {
  return guardsOf('aws_db_instance.letters', ...texts);
}

function guardsOf(store: string, ...texts: readonly string[]): readonly string[] {
  const files = { 'infra/main.tf': [organization, ...texts].join('\n') };
  const { facts } = terraformTree(files, knowledge, (type) =>
    resources.find(({ types }) => types.includes(type)),
  );
  return only(facts, 'Guard')
    .filter(({ key }) => key.endsWith(`#${store}/organization-policy`))
    .map(({ name, strength }) => `${name} ${strength}`);
}

const held = ['organization policy aws_organizations_policy.keep asks'];

describe('a policy of the organization', () => {
  it.each([
    ['the account', declared, 'aws_organizations_account.prod.id'],
    ['its unit', declared, 'aws_organizations_organizational_unit.workloads.id'],
    ['the root', declared, 'aws_organizations_organization.all.roots[0].id'],
    ['the account by its number', numbered, '"123456789012"'],
  ])('guards what is in the account where it is attached to %s', (_, store, target) => {
    expect(guards(store, policy(), attachTo(target))).toEqual(held);
  });

  it.each([
    ['another account', declared, 'aws_organizations_account.lab.id'],
    ['another unit', declared, 'aws_organizations_organizational_unit.sandboxes.id'],
    ['another number', numbered, '"210987654321"'],
    ['something that nobody can tell', declared, 'var.target'],
    [
      'the account that manages the organization',
      declared,
      'aws_organizations_organization.all.master_account_id',
    ],
    // Nothing says that this account is one of the organization.
    ['the root', numbered, 'aws_organizations_organization.all.roots[0].id'],
  ])('guards nothing where it is attached to %s', (_, store, target) => {
    expect(guards(store, policy(), attachTo(target))).toEqual([]);
  });

  it('guards nothing where it is not attached', () => {
    expect(guards(declared, policy())).toEqual([]);
  });

  it('does not bind the account that the organization is managed from', () => {
    const own = numbered.replace('provider   = aws.prod\n', '');
    expect(guards(own, policy(), attachTo('"123456789012"'))).toEqual([]);
    const managing = `${toProd.replace('aws_organizations_account.prod.id', '"123456789012"')}`;
    const from = managing.replace('policy_id', 'provider  = aws.prod\n policy_id');
    expect(guards(numbered, policy(), from)).toEqual([]);
  });

  it.each<[string, Statement]>([
    ['all deletions', { action: ['s3:DeleteBucket', 'rds:Delete*'] }],
    ['all databases', { resource: 'arn:aws:rds:*:*:db:*' }],
    [
      'who shows no second factor',
      { condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
    ],
  ])('guards where it denies %s', (_, statement) => {
    expect(guards(declared, policy(statement), toProd)).toEqual(held);
  });

  it.each<[string, Statement]>([
    ['allows', { effect: 'Allow', action: '*' }],
    ['is about another service', { action: 'dynamodb:*' }],
    ['is about another act', { action: 'rds:CreateDBInstance' }],
    ['is about one database', { resource: 'arn:aws:rds:*:*:db:trips' }],
    [
      'is about regions',
      { condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
    ],
    [
      'exempts every role',
      { condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } },
    ],
    [
      'asks about one database',
      {
        resource: 'arn:aws:rds:*:*:db:trips',
        condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
    // Long-lived keys say nothing about factors.
    [
      'lets long-lived keys pass',
      { condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
    ],
  ])('guards nothing where it %s', (_, statement) => {
    expect(guards(declared, policy(statement), toProd)).toEqual([]);
  });

  it.each(['"TAG_POLICY"', '"RESOURCE_CONTROL_POLICY"', 'var.kind'])(
    'guards no database where it is of type %s',
    (type) => {
      expect(guards(declared, policy({}, type), toProd)).toEqual([]);
    },
  );

  it('may bind resources instead of those who come for them', () => {
    const bucket = `${declared}
resource "aws_s3_bucket" "post" {
  provider = aws.prod
}
`;
    const statement = policy({ action: 's3:DeleteObject' }, '"RESOURCE_CONTROL_POLICY"');
    expect(guardsOf('aws_s3_bucket.post', bucket, statement, toProd)).toEqual(held);
  });
});
