import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const cli = 'https://developer.hashicorp.com/terraform/cli/commands';
const approve = {
  asks: 'unless-flag',
  skipsPrompt: ['-auto-approve|--auto-approve'],
} as const;
const help = { harmlessWith: ['-help'] } as const;

const terraform = commandsOf('terraform|tofu', { source: cli, checkedOn }, help);

const unmanaged = 'the real resources stay and are no longer managed';

/** `apply` and what it may destroy: a saved plan needs no flag and is never asked about, which no flag shows. */
const plain: readonly CommandSpec[] = [
  terraform('destroy', 'environment', {
    ...approve,
    source: `${cli}/destroy`,
    safeVariant: 'terraform plan -destroy',
    recovery: 'resources with prevent_destroy or a deletion protection of their own stay',
  }),
  terraform('apply', 'environment', {
    ...approve,
    onlyWith: ['-destroy|--destroy'],
    source: `${cli}/apply`,
    safeVariant: 'terraform plan -destroy',
    recovery: 'resources with prevent_destroy or a deletion protection of their own stay',
  }),
  terraform('apply', 'anything', {
    ...approve,
    source: `${cli}/apply`,
    safeVariant: 'terraform plan',
    recovery: 'resources with prevent_destroy or a deletion protection of their own stay',
  }),
  terraform('state rm', 'files', {
    harmlessWith: ['-dry-run|--dry-run'],
    source: `${cli}/state/rm`,
    safeVariant: 'terraform state rm -dry-run',
    recovery: unmanaged,
  }),
  terraform('state push', 'files', {
    source: `${cli}/state/push`,
    safeVariant: 'terraform state pull',
    recovery: unmanaged,
  }),
  terraform('workspace delete', 'files', {
    onlyWith: ['-force|--force'],
    source: `${cli}/workspace/delete`,
    safeVariant: 'terraform state list',
    recovery: unmanaged,
  }),
];

const grunt = 'https://terragrunt.gruntwork.io/docs/reference/cli';
const terragrunt = commandsOf('terragrunt', { source: grunt, checkedOn }, help);

/** Over several units Terragrunt adds -auto-approve by itself and asks once for all of them. */
const group = {
  asks: 'unless-flag',
  skipsPrompt: ['--non-interactive|--terragrunt-non-interactive'],
} as const;

const grouped: readonly CommandSpec[] = [
  terragrunt('destroy', 'environment', { ...approve, safeVariant: 'terragrunt plan -destroy' }),
  terragrunt('apply', 'anything', { ...approve, safeVariant: 'terragrunt plan' }),
  terragrunt('run destroy', 'environment', {
    ...approve,
    safeVariant: 'terragrunt run plan -- -destroy',
  }),
  terragrunt('run apply', 'anything', { ...approve, safeVariant: 'terragrunt run plan' }),
  terragrunt('run destroy', 'environment', {
    ...group,
    onlyWith: ['--all|-a'],
    safeVariant: 'terragrunt run --all plan -- -destroy',
  }),
  terragrunt('run apply', 'anything', {
    ...group,
    onlyWith: ['--all|-a'],
    safeVariant: 'terragrunt run --all plan',
  }),
  terragrunt('run-all destroy', 'environment', {
    ...group,
    safeVariant: 'terragrunt run-all plan -destroy',
  }),
  terragrunt('run-all apply', 'anything', { ...group, safeVariant: 'terragrunt run-all plan' }),
  terragrunt('stack run destroy', 'environment', {
    ...group,
    safeVariant: 'terragrunt stack run plan',
  }),
  terragrunt('stack run apply', 'anything', { ...group, safeVariant: 'terragrunt stack run plan' }),
  terragrunt('destroy-all', 'environment', { ...group, safeVariant: 'terragrunt plan-all' }),
  terragrunt('apply-all', 'anything', { ...group, safeVariant: 'terragrunt plan-all' }),
];

const cdktf = commandsOf('cdktf', {
  source: 'https://developer.hashicorp.com/terraform/cdktf/cli-reference/commands',
  checkedOn,
});

/** Destructive commands of Terraform, OpenTofu, Terragrunt and CDK for Terraform. */
export const commands: readonly CommandSpec[] = [
  ...plain,
  ...grouped,
  cdktf('destroy', 'environment', {
    asks: 'unless-flag',
    skipsPrompt: ['--auto-approve'],
    safeVariant: 'cdktf diff',
  }),
  cdktf('deploy', 'anything', {
    asks: 'unless-flag',
    skipsPrompt: ['--auto-approve'],
    safeVariant: 'cdktf diff',
  }),
];
