import { describe, expect, it } from 'vitest';
import { edges, factsOf, only, said } from '../../../test/resource-facts-of.ts';
import type { Fact } from '../../model/fact.ts';
import { resources } from './resources.ts';

const table = `
resource "aws_dynamodb_table" "orders" {
  name = "orders"
  tags = {
    Backup = "daily"
  }
}
`;

function plan(rule: string, more = ''): string {
  return `
resource "aws_backup_vault" "main" {
  name = "main"
  ${more}
}
resource "aws_backup_plan" "daily" {
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    ${rule}
  }
}
`;
}

function select(body: string): string {
  return `
resource "aws_backup_selection" "main" {
  plan_id = aws_backup_plan.daily.id
  ${body}
}
`;
}

const named = select('resources = [aws_dynamodb_table.orders.arn]');

function factsIn(...texts: readonly string[]): readonly Fact[] {
  return factsOf(texts.join('\n'), resources);
}

/** Which store each copy is one of, by the id of the copy. */
function copiesIn(...texts: readonly string[]): readonly string[] {
  return edges(factsIn(...texts), 'backs-up').filter((edge) => !edge.includes('/recovery'));
}

const first = 'aws_backup_selection.main/rule-0 > aws_dynamodb_table.orders';

describe('a plan of AWS Backup', () => {
  it.each([
    ['named', named, [first], false],
    ['everything', select('resources = ["*"]'), [first], true],
    ['a kind', select('resources = ["arn:aws:dynamodb:*:*:table/*"]'), [first], true],
    [
      'a name',
      select('resources = ["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]'),
      [first],
      true,
    ],
    [
      'the start of a name',
      select('resources = ["arn:aws:dynamodb:*:*:table/ord*"]'),
      [first],
      true,
    ],
    ['another kind', select('resources = ["arn:aws:ec2:*:*:volume/*"]'), [], true],
    ['another name', select('resources = ["arn:aws:dynamodb:*:*:table/trips"]'), [], true],
    ['unknown ones', select('resources = var.arns'), [], true],
    [
      'a tag',
      select('selection_tag {\n type = "STRINGEQUALS"\n key = "Backup"\n value = "daily"\n}'),
      [first],
      true,
    ],
    [
      'another tag',
      select('selection_tag {\n type = "STRINGEQUALS"\n key = "Backup"\n value = "hourly"\n}'),
      [],
      true,
    ],
    [
      'a tag that is not known',
      select('selection_tag {\n type = "STRINGEQUALS"\n key = "Backup"\n value = var.tag\n}'),
      [],
      true,
    ],
    [
      'what is excluded again',
      select('resources = ["*"]\nnot_resources = [aws_dynamodb_table.orders.arn]'),
      [],
      true,
    ],
    [
      'under conditions',
      select('resources = ["*"]\ncondition {\n string_equals {\n key = "a"\n value = "b"\n}\n}'),
      [],
      true,
    ],
  ])('that selects %s', (_, selection, copies, isOpen) => {
    const facts = factsIn(table, plan(''), selection);
    expect(copiesIn(table, plan(''), selection)).toEqual(copies);
    expect(only(facts, 'Backup').some(({ name }) => name.startsWith('whatever'))).toBe(isOpen);
  });

  it('without a selection copies something', () => {
    const [copy, ...others] = only(factsIn(plan('')), 'Backup');
    expect(copy?.name).toBe('whatever aws_backup_plan.daily selects');
    expect(others).toEqual([]);
  });

  it.each([
    ['', 'default 36500'],
    ['lifecycle {\n delete_after = 35\n}', 'set 35'],
    ['lifecycle {\n delete_after = var.days\n}', 'unknown'],
  ])('keeps its copies with %j for %s days', (lifecycle, days) => {
    const [copy] = only(factsIn(table, plan(lifecycle), named), 'Backup');
    expect(copy && said(copy.retentionDays)).toBe(days);
  });

  it('places copies where their vault is, in no stack', () => {
    expect(edges(factsIn(table, plan(''), named), 'placed-in').filter(ofCopy)).toEqual([
      'aws_backup_selection.main/rule-0 > aws',
      'aws_backup_selection.main/rule-0 > aws:region/eu-west-1',
    ]);
  });

  it('leaves copies to the stack whose vault is emptied with it', () => {
    const text = [table, plan('', 'force_destroy = true'), named];
    expect(edges(factsIn(...text), 'placed-in').filter(ofCopy)).toContain(
      'aws_backup_selection.main/rule-0 > tf:infra@production',
    );
  });

  it('copies to the account that an ARN names', () => {
    const action = `copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:123456789012:backup-vault:offsite"
    }`;
    const facts = factsIn(table, plan(action), named);
    expect(edges(facts, 'placed-in').filter((edge) => edge.includes('copy-0'))).toEqual([
      'aws_backup_selection.main/rule-0-copy-0 > aws:account/123456789012',
      'aws_backup_selection.main/rule-0-copy-0 > aws:region/eu-central-1',
    ]);
  });

  it('says nothing about where a vault is that nobody can tell', () => {
    const facts = factsIn(
      table,
      plan('copy_action {\n destination_vault_arn = var.vault\n}'),
      named,
    );
    expect(edges(facts, 'placed-in').filter((edge) => edge.includes('copy-0'))).toEqual([]);
    expect(edges(facts, 'backs-up')).toHaveLength(2);
  });

  it.each([
    ['changeable_for_days = 3', 'blocks'],
    ['', 'asks'],
    ['changeable_for_days = var.days', 'asks'],
  ])('whose vault has a lock with %j %s', (body, strength) => {
    const lock = `resource "aws_backup_vault_lock_configuration" "main" {
      backup_vault_name = aws_backup_vault.main.name
      ${body}
    }`;
    const facts = factsIn(table, plan(''), named, lock);
    expect(only(facts, 'Guard').map((guard) => guard.strength)).toEqual([strength]);
    expect(edges(facts, 'guarded-by')).toEqual([
      'aws_backup_selection.main/rule-0 > aws_backup_vault.main/lock',
    ]);
  });

  const deny = (effect: string, principal: string, action: string) =>
    `jsonencode({ Statement = [{ Effect = "${effect}", Principal = ${principal}, Action = "${action}", Resource = "*" }] })`;

  it.each([
    [deny('Deny', '"*"', 'backup:DeleteRecoveryPoint'), ['asks']],
    [deny('Deny', '{ AWS = "*" }', 'backup:Delete*'), ['asks']],
    ['data.aws_iam_policy_document.vault.json', ['asks']],
    [deny('Allow', '"*"', 'backup:DeleteRecoveryPoint'), []],
    [deny('Deny', '{ AWS = "arn:aws:iam::123456789012:role/ci" }', 'backup:Delete*'), []],
    [deny('Deny', '"*"', 'backup:StartBackupJob'), []],
    ['var.policy', []],
  ])('whose vault has a policy %j', (policy, strengths) => {
    const text = `resource "aws_backup_vault_policy" "main" {
      backup_vault_name = aws_backup_vault.main.name
      policy = ${policy}
    }
    data "aws_iam_policy_document" "vault" {
      statement {
        effect  = "Deny"
        actions = ["backup:DeleteRecoveryPoint"]
        principals {
          type        = "AWS"
          identifiers = ["*"]
        }
      }
    }`;
    const facts = factsIn(table, plan(''), named, text);
    expect(only(facts, 'Guard').map(({ strength }) => strength)).toEqual(strengths);
  });

  it('may write into an air-gapped vault', () => {
    const text = plan('').replaceAll('aws_backup_vault', 'aws_backup_logically_air_gapped_vault');
    expect(only(factsIn(table, text, named), 'Guard')[0]?.strength).toBe('blocks');
  });

  const disk = 'resource "aws_ebs_volume" "repos" {\n}\n';
  const gap = 'resource "aws_backup_logically_air_gapped_vault" "gap" {\n name = "gap"\n}\n';
  const arn = '"arn:aws:backup:eu-west-1:123456789012:backup-vault:gap"';

  it.each([
    ['declared beside it', 'aws_backup_logically_air_gapped_vault.gap.arn', ['blocks'], 2],
    ['named by its ARN', arn, ['blocks'], 2],
    ['that nobody can tell', 'var.gap', [], 1],
  ])('sends copies behind the air gap of a vault %s', (_, target, strengths, copies) => {
    const rule = `target_logically_air_gapped_backup_vault_arn = ${target}`;
    const facts = factsIn(disk, gap, plan(rule), select('resources = [aws_ebs_volume.repos.arn]'));
    expect(only(facts, 'Guard').map(({ strength }) => strength)).toEqual(strengths);
    expect(edges(facts, 'backs-up')).toHaveLength(copies);
  });

  it('sends no copies of tables there, as far as anybody can tell', () => {
    const rule = `target_logically_air_gapped_backup_vault_arn = ${arn}`;
    const facts = factsIn(table, plan(rule), named);
    expect(only(facts, 'Guard')).toEqual([]);
    expect(edges(facts, 'backs-up')).toHaveLength(1);
  });
});

function ofCopy(edge: string): boolean {
  return edge.startsWith('aws_backup_selection');
}

describe('snapshots of disks', () => {
  const disk = 'resource "aws_ebs_volume" "repos" {\n tags = {\n Backup = "hourly"\n }\n}\n';
  const policy = (tag: string, schedule: string, state = 'ENABLED') => `
    resource "aws_dlm_lifecycle_policy" "hourly" {
      state = "${state}"
      policy_details {
        resource_types = ["VOLUME"]
        target_tags = {
          Backup = "${tag}"
        }
        schedule {
          ${schedule}
        }
      }
    }`;
  const hourly = 'create_rule {\n interval = 1\n}\nretain_rule {\n count = 48\n}';

  it('are made of disks with the tag', () => {
    expect(copiesIn(disk, policy('hourly', hourly))).toEqual([
      'aws_dlm_lifecycle_policy.hourly/snapshots > aws_ebs_volume.repos',
    ]);
    expect(copiesIn(disk, policy('daily', hourly))).toEqual([]);
    expect(only(factsIn(disk, policy('hourly', hourly, 'DISABLED')), 'Backup')).toEqual([]);
  });

  it.each([
    [hourly, 'set 2'],
    ['retain_rule {\n interval = 2\n interval_unit = "WEEKS"\n}', 'set 14'],
    [
      'create_rule {\n cron_expression = "cron(0 1 * * ? *)"\n}\nretain_rule {\n count = 7\n}',
      'unknown',
    ],
    ['create_rule {\n interval = 1\n}\nretain_rule {\n count = var.count\n}', 'unknown'],
  ])('with %j reach back %s days', (schedule, days) => {
    const copy = only(factsIn(disk, policy('hourly', schedule)), 'Backup').find(({ name }) =>
      name.startsWith('snapshots'),
    );
    expect(copy && said(copy.retentionDays)).toBe(days);
  });

  it('may be copied to another region', () => {
    const schedule = `${hourly}\ncross_region_copy_rule {\n target = "eu-central-1"\n}`;
    const facts = factsIn(disk, policy('hourly', schedule));
    expect(edges(facts, 'backs-up')).toHaveLength(2);
    expect(edges(facts, 'placed-in').filter((edge) => edge.includes('/copies'))).toEqual([]);
  });

  it('that the code declares go with the stack', () => {
    const snapshot =
      'resource "aws_ebs_snapshot" "last" {\n volume_id = aws_ebs_volume.repos.id\n}\n';
    const facts = factsIn(disk, snapshot);
    expect(edges(facts, 'backs-up')).toEqual(['aws_ebs_snapshot.last/copy > aws_ebs_volume.repos']);
    expect(edges(facts, 'placed-in')).toContain('aws_ebs_snapshot.last/copy > tf:infra@production');
  });
});

describe('a bucket', () => {
  const bucket = (body = '') => `resource "aws_s3_bucket" "uploads" {\n${body}\n}\n`;

  it.each([
    ['GOVERNANCE', 'asks'],
    ['COMPLIANCE', 'blocks'],
  ])('with a lock in mode %s %s', (mode, strength) => {
    const lock = `resource "aws_s3_bucket_object_lock_configuration" "uploads" {
      bucket = aws_s3_bucket.uploads.id
      rule {
        default_retention {
          mode = "${mode}"
          days = 30
        }
      }
    }`;
    const facts = factsIn(bucket(), lock);
    expect(only(facts, 'Guard').map((guard) => guard.strength)).toEqual([strength]);
    expect(edges(facts, 'guarded-by')).toEqual([
      'aws_s3_bucket.uploads > aws_s3_bucket.uploads/object-lock',
    ]);
  });

  it('may ask for a second factor', () => {
    const versioning = `resource "aws_s3_bucket_versioning" "uploads" {
      bucket = aws_s3_bucket.uploads.id
      versioning_configuration {
        status     = "Enabled"
        mfa_delete = "Enabled"
      }
    }`;
    expect(only(factsIn(bucket(), versioning), 'Guard').map((one) => one.name)).toEqual([
      'versions of aws_s3_bucket.uploads',
      'MFA delete of aws_s3_bucket.uploads',
    ]);
    const inline = bucket('versioning {\n enabled = true\n}');
    expect(only(factsIn(inline), 'Guard').map((one) => one.name)).toEqual([
      'versions of aws_s3_bucket.uploads',
    ]);
    const off = versioning.replaceAll('"Enabled"', '"Disabled"');
    expect(only(factsIn(bucket(), off), 'Guard')).toEqual([]);
  });

  it('is copied by replication, to another account where that is written', () => {
    const replication = (more: string, status = 'Enabled') => `
      resource "aws_s3_bucket_replication_configuration" "uploads" {
        bucket = aws_s3_bucket.uploads.id
        rule {
          status = "${status}"
          destination {
            ${more}
          }
        }
      }`;
    const other = factsIn(
      bucket(),
      replication('bucket = "arn:aws:s3:::copies"\naccount = "123456789012"'),
    );
    expect(edges(other, 'backs-up')).toHaveLength(1);
    expect(edges(other, 'placed-in').find((edge) => edge.includes('replica'))).toBe(
      'aws_s3_bucket.uploads/replica-0 > aws:account/123456789012',
    );
    const somewhere = factsIn(bucket(), replication('bucket = "arn:aws:s3:::copies"'));
    expect(edges(somewhere, 'placed-in').filter((edge) => edge.includes('replica'))).toEqual([]);
    expect(edges(factsIn(bucket(), replication('bucket = var.b', 'Disabled')), 'backs-up')).toEqual(
      [],
    );
  });

  it.each([
    ['bucket = "ferries-backups"', 1],
    ['bucket = "ferries-uploads"', 0],
    ['bucket = "${var.name}-backup"', 1],
    ['bucket = "${var.backup}-uploads"', 0],
  ])('with %j holds %i kinds of copies', (body, count) => {
    const copies = only(factsIn(bucket(body)), 'Backup');
    expect(copies).toHaveLength(count);
  });

  it('of copies goes with its stack where it may be emptied', () => {
    const kept = edges(factsIn(bucket('bucket = "ferries-backups"')), 'placed-in');
    const forced = edges(
      factsIn(bucket('bucket = "ferries-backups"\nforce_destroy = true')),
      'placed-in',
    );
    const inStack = 'aws_s3_bucket.uploads/copies > tf:infra@production';
    expect(kept).not.toContain(inStack);
    expect(forced).toContain(inStack);
    expect(kept).toContain('aws_s3_bucket.uploads/copies > aws_s3_bucket.uploads');
  });
});

describe('a trail', () => {
  it.each([
    ['', 'default true'],
    ['enable_logging = false', 'set false'],
    ['enable_logging = var.on', 'unknown'],
  ])('with %j is on: %s', (body, on) => {
    const [log] = only(factsIn(`resource "aws_cloudtrail" "main" {\n${body}\n}\n`), 'AuditLog');
    expect(log && said(log.isOn)).toBe(on);
    expect(log && said(log.immutable)).toBe('unknown');
  });

  it.each([
    ['', 'default false'],
    ['force_destroy = true', 'set false'],
  ])('into a bucket of its stack with %j is immutable: %s', (body, immutable) => {
    const text = `resource "aws_s3_bucket" "trail" {\n${body}\n}
      resource "aws_cloudtrail" "main" {\n s3_bucket_name = aws_s3_bucket.trail.id\n}\n`;
    const [log] = only(factsIn(text), 'AuditLog');
    expect(log && said(log.immutable)).toBe(immutable);
  });

  it('is off where the recorder is', () => {
    const text =
      'resource "aws_config_configuration_recorder_status" "main" {\n is_enabled = false\n}\n';
    expect(only(factsIn(text), 'AuditLog').map(({ isOn }) => said(isOn))).toEqual(['set false']);
  });
});
