import type { CiActionSpec } from '../../model/knowledge.ts';

const checkedOn = '2026-11-21';
const dflook = 'https://dflook.github.io/terraform-github-actions';

function dflookNames(act: string): readonly string[] {
  return [`dflook/terraform-${act}`, `dflook/tofu-${act}`];
}

/** Ready-made steps that run Terraform, OpenTofu or Terragrunt. */
export const ciActions: readonly CiActionSpec[] = [
  {
    // Otherwise it applies only the plan that was shown on the pull request.
    names: dflookNames('apply'),
    runs: 'terraform apply -auto-approve {-var-file var_file}',
    folder: 'path',
    onlyWith: { input: 'auto_approve', value: 'true' },
    source: `${dflook}/terraform-apply`,
    checkedOn,
  },
  {
    names: [...dflookNames('destroy'), ...dflookNames('destroy-workspace')],
    runs: 'terraform destroy -auto-approve {-var-file var_file}',
    folder: 'path',
    source: `${dflook}/terraform-destroy`,
    checkedOn,
  },
  {
    names: ['gruntwork-io/terragrunt-action'],
    runs: 'terragrunt {tg_command} -auto-approve',
    folder: 'tg_dir',
    harmlessWith: { input: 'tg_add_approve', value: '0' },
    source: 'https://github.com/gruntwork-io/terragrunt-action',
    checkedOn,
  },
  {
    // `apply` and `destroy` of the task add -auto-approve by themselves.
    names: [
      'TerraformTask',
      'TerraformTaskV1',
      'TerraformTaskV2',
      'TerraformTaskV3',
      'TerraformTaskV4',
    ],
    runs: 'terraform {command} -auto-approve {commandOptions}',
    folder: 'workingDirectory',
    source: 'https://github.com/microsoft/azure-pipelines-terraform',
    checkedOn,
  },
];
