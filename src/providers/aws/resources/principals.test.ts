// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of Terraform are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../../test/facts-of-kind.ts';
import { resourcesIn } from '../../../../test/resource.ts';
import { said } from '../../../../test/resource-facts-of.ts';
import { createKnowledge } from '../../../engine/knowledge.ts';
import type { Fact, Principal } from '../../../model/fact.ts';
import { principals } from './principals.ts';

const knowledge = createKnowledge([], randomBytes(32));

function factsOf(text: string): readonly Fact[] {
  return resourcesIn(text).flatMap(
    (resource) =>
      principals.find(({ types }) => types.includes(resource.type))?.facts(resource, knowledge) ??
      [],
  );
}

function principalsOf(text: string): readonly Principal[] {
  return ofKind(factsOf(text), 'Principal').filter(({ implied }) => !implied);
}

function atOf(text: string): string | undefined {
  const [principal] = principalsOf(text);
  return text.slice(principal?.at.start, principal?.at.end);
}

const user = 'resource "aws_iam_user" "ferry" {\n  name = "ferry"\n}\n';
const attachment = (name: string) => `resource "aws_iam_user_policy_attachment" "ferry" {
  user       = aws_iam_user.ferry.name
  policy_arn = "arn:aws:iam::aws:policy/${name}"
}
`;
const trust = (principal: string, condition = '') => `
resource "aws_iam_role" "ferry" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = ${principal} ${condition} }]
  })
}
resource "aws_iam_role_policy_attachment" "ferry" {
  role       = aws_iam_role.ferry.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`;

describe('users', () => {
  it('are administrators by the attachment, at the line that makes them so', () => {
    const text = user + attachment('AdministratorAccess');
    expect(principalsOf(text)).toMatchObject([
      {
        key: 'tf:infra@production#aws_iam_user.ferry',
        provider: 'aws',
        title: 'IAM user',
        scope: { state: 'set', value: 'account' },
        actions: { value: ['read', 'write', 'delete', 'admin'] },
        confirms: { state: 'set', value: false },
      },
    ]);
    expect(principalsOf(text)[0]?.deletes).toMatchObject({
      value: expect.arrayContaining(['database', 'volume', 'bucket', 'backup']),
    });
    expect(atOf(text)).toContain('AdministratorAccess');
    expect(relationsOf(factsOf(text), 'placed-in').map(({ to }) => to)).toContain(
      'tf:infra@production',
    );
    expect(structuredClone(factsOf(text))).toEqual(factsOf(text));
  });

  it('have what a managed policy grants', () => {
    expect(principalsOf(user + attachment('AmazonRDSFullAccess'))[0]?.deletes).toMatchObject({
      value: ['database', 'backup'],
    });
    expect(principalsOf(user + attachment('ReadOnlyAccess'))[0]).toMatchObject({
      scope: { state: 'set', value: 'resource' },
      deletes: { state: 'set', value: [] },
    });
    expect(principalsOf(user + attachment('AmazonSSMManagedInstanceCore'))[0]).toMatchObject({
      scope: { state: 'unknown' },
      deletes: { state: 'unknown' },
      confirms: { state: 'set', value: false },
    });
  });

  it('may be asked by a policy that nobody can read', () => {
    const unseen = `resource "aws_iam_user_policy_attachment" "mfa" {
  user       = aws_iam_user.ferry.name
  policy_arn = var.require_second_factor
}
`;
    expect(
      principalsOf(user + attachment('AdministratorAccess') + unseen)[0]?.confirms,
    ).toMatchObject({ state: 'unknown' });
  });

  it('have what their groups have', () => {
    const text = `${user}
resource "aws_iam_group" "ops" {
  name = "ops"
}
resource "aws_iam_user_group_membership" "ferry" {
  user   = aws_iam_user.ferry.name
  groups = ["ops"]
}
resource "aws_iam_user_login_profile" "ferry" {
  user = aws_iam_user.ferry.name
}
resource "aws_iam_group_policy" "ops" {
  group = aws_iam_group.ops.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}
`;
    const found = principalsOf(text);
    expect(found.map(({ title, usedBy }) => [title, usedBy])).toEqual([
      ['IAM user', 'people'],
      ['IAM group', 'people'],
    ]);
    expect(new Set(found.map(({ at }) => at.start)).size).toBe(1);
    expect(atOf(text)).toBe('"*"');
  });

  it.each([
    ['a policy of their group', 'group = aws_iam_group.ops.name', 'BoolIfExists', 'set true'],
    ['one that keys pass', 'group = aws_iam_group.ops.name', 'Bool', 'unknown'],
    ['one of a group that they are not in', 'group = "guests"', 'BoolIfExists', 'set false'],
  ])('are asked for a second factor by %s', (_, given, operator, confirms) => {
    const text = `${user}${attachment('AdministratorAccess')}
resource "aws_iam_group" "ops" {
  name = "ops"
}
resource "aws_iam_user_group_membership" "ferry" {
  user   = aws_iam_user.ferry.name
  groups = [aws_iam_group.ops.name]
}
resource "aws_iam_group_policy" "factor" {
  ${given}
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*MFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { ${operator} = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}
`;
    const found = principalsOf(text).find(({ title }) => title === 'IAM user');
    expect(said(found?.confirms)).toBe(confirms);
  });

  it('act through the keys that the code makes', () => {
    const text = `${user}${attachment('AdministratorAccess')}
resource "aws_iam_access_key" "ferry" {
  user = aws_iam_user.ferry.name
}
`;
    expect(principalsOf(text)[0]?.usedBy).toBe('program');
    expect(relationsOf(factsOf(text), 'acts-as')).toMatchObject([
      {
        from: 'tf:infra@production#aws_iam_access_key.ferry',
        to: 'tf:infra@production#aws_iam_user.ferry',
      },
    ]);
  });

  it('are nothing to speak of without a policy', () => {
    expect(factsOf(user)).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    ['a machine', '{ Service = "ec2.amazonaws.com" }', '', 'program', false],
    ['a service of AWS', '{ Service = "cloudformation.amazonaws.com" }', '', 'vendor', undefined],
    ['an account', '{ AWS = "arn:aws:iam::171077921032:root" }', '', undefined, false],
    [
      'an account, with a second factor',
      '{ AWS = "arn:aws:iam::171077921032:root" }',
      ', Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }',
      undefined,
      true,
    ],
    [
      'any branch of a repository',
      '{ Federated = "arn:aws:iam::171077921032:oidc-provider/token.actions.githubusercontent.com" }',
      ', Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:harbour/ferry:*" } }',
      'pipeline',
      false,
    ],
    [
      'one branch of a repository',
      '{ Federated = "arn:aws:iam::171077921032:oidc-provider/token.actions.githubusercontent.com" }',
      ', Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:harbour/ferry:ref:refs/heads/main" } }',
      'pipeline',
      undefined,
    ],
  ])('of %s', (_, principal, condition, usedBy, confirms) => {
    const [role] = principalsOf(trust(principal, condition));
    expect(role?.usedBy).toBe(usedBy);
    expect(role?.scope).toMatchObject({ value: 'account' });
    expect(role?.confirms.state === 'unknown' ? undefined : role?.confirms.value).toBe(confirms);
  });

  it('read a policy document, and those it takes in', () => {
    const text = `
data "aws_iam_policy_document" "sail" {
  statement {
    actions   = ["rds:*", "s3:*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.sail.json]
  statement {
    effect    = "Deny"
    actions   = ["rds:Delete*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "sail" {
  policy = data.aws_iam_policy_document.all.json
}
resource "aws_iam_role" "ferry" {
  name = "ferry"
}
resource "aws_iam_role_policy_attachment" "ferry" {
  role       = aws_iam_role.ferry.id
  policy_arn = aws_iam_policy.sail.arn
}
`;
    expect(principalsOf(text)[0]).toMatchObject({ deletes: { value: ['bucket', 'backup'] } });
    expect(atOf(text)).toBe('["rds:*", "s3:*"]');
  });

  it('read JSON in a here-document, computed parts aside', () => {
    const text = `
resource "aws_iam_role" "ferry" {
  name = "ferry"
}
resource "aws_iam_role_policy" "ferry" {
  role   = aws_iam_role.ferry.id
  policy = <<-JSON
    {
      "Statement": [
        { "Effect": "Allow", "Action": "s3:*", "Resource": "\${aws_s3_bucket.mast.arn}/*" },
        { "Effect": "Allow", "Action": "rds:*", "Resource": "*" }
      ]
    }
  JSON
}
`;
    expect(principalsOf(text)[0]).toMatchObject({
      scope: { value: 'account' },
      deletes: { value: ['database', 'backup'] },
    });
    expect(atOf(text)).toBe('"rds:*"');
  });

  it('stay inside of their boundary', () => {
    const text = trust('{ Service = "ec2.amazonaws.com" }').replace(
      'assume_role_policy',
      'permissions_boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n  assume_role_policy',
    );
    expect(principalsOf(text)[0]).toMatchObject({ deletes: { value: [] } });
  });

  it('of AWS itself are left alone', () => {
    const text = trust('{ Service = "ec2.amazonaws.com" }').replace(
      'assume_role_policy',
      'path = "/aws-service-role/es.amazonaws.com/"\n  assume_role_policy',
    );
    expect(principalsOf(text)).toEqual([]);
  });

  it('read what is written into them', () => {
    const text = `
resource "aws_iam_role" "ferry" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/PowerUserAccess"]
  inline_policy {
    name   = "none"
    policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "rds:*", Resource = "*" }] })
  }
}
`;
    const [role] = principalsOf(text);
    expect(role?.actions).toMatchObject({ value: ['read', 'write', 'delete'] });
    expect(role?.deletes.state === 'set' && role.deletes.value.includes('volume')).toBe(true);
  });
});
