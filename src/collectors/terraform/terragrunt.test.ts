import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';

const knowledge = createKnowledge([], new Uint8Array(32));
const module = `variable "protect" { default = false }
variable "days" { default = 1 }
resource "aws_db_instance" "main" {
  deletion_protection     = var.protect
  backup_retention_period = var.days
}
`;

function answers(files: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const { resources } = terraformTree({ 'modules/db/main.tf': module, ...files }, knowledge);
  return Object.fromEntries(
    resources.map((one) => [
      one.key,
      [settingOf(one, 'deletion_protection'), settingOf(one, 'backup_retention_period')],
    ]),
  );
}

describe('a unit of Terragrunt', () => {
  const unit = (source: string, rest = '') => `terraform {\n  source = ${source}\n}\n${rest}`;

  it('runs its module with its inputs', () => {
    const files = {
      'live/prod/db/terragrunt.hcl': unit(
        '"../../../modules//db"',
        'locals {\n  days = 30\n}\ninputs = {\n  protect = true\n  days = local.days\n}',
      ),
      'live/staging/db/terragrunt.hcl': unit(
        '"../../../modules//db"',
        'inputs = {\n  days = dependency.x.outputs.days\n}',
      ),
    };
    expect(answers(files)).toEqual({
      'tf:live/prod/db@prod#aws_db_instance.main': [true, 30],
      'tf:live/staging/db@staging#aws_db_instance.main': [
        false,
        'unknown dependency.x.outputs.days',
      ],
    });
    const { facts } = terraformTree({ 'modules/db/main.tf': module, ...files }, knowledge);
    expect(ofKind(facts, 'InfraStack')).toMatchObject([
      { folder: 'live/prod/db', state: { state: 'unknown' } },
      { folder: 'live/staging/db' },
    ]);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual(['production', 'staging']);
  });

  it('takes the inputs of the files it includes', () => {
    expect(
      answers({
        'live/terragrunt.hcl': 'inputs = {\n  days = 14\n  protect = false\n}',
        'live/prod/db/terragrunt.hcl': unit(
          '"${get_repo_root()}//modules/db"',
          'inputs = {\n  protect = true\n}',
        ),
      }),
    ).toEqual({ 'tf:live/prod/db@prod#aws_db_instance.main': [true, 14] });
  });

  it('knows nothing of what only a run can tell', () => {
    expect(
      answers({
        'live/root.hcl': 'inputs = merge(local.env.locals, { days = 14 })',
        'live/prod/db/terragrunt.hcl': unit('"${get_parent_terragrunt_dir()}/../modules//db"'),
      }),
    ).toEqual({ 'tf:live/prod/db@prod#aws_db_instance.main': ['unknown local.env.locals', 14] });
  });

  it('takes values that are called after its environment', () => {
    expect(
      answers({
        'live/prod_config.tfvars': 'protect = true',
        'live/dev_config.tfvars': 'protect = false',
        'live/prod/db/terragrunt.hcl': unit(
          'local.isMain ? "git::https://github.com/acme/x.git" : "../../../modules//db"',
        ),
      }),
    ).toEqual({ 'tf:live/prod/db@prod#aws_db_instance.main': [true, 1] });
  });

  it('without a module in the tree says nothing', () => {
    expect(
      terraformTree(
        { 'live/prod/db/terragrunt.hcl': unit('"git::https://github.com/acme/x.git"') },
        knowledge,
      ).resources,
    ).toEqual([]);
  });
});
