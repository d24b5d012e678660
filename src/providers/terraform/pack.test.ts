import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { matchesWhole } from '../../recognize/credential/credential.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['terraform destroy', 'environment, asks'],
  ['terraform -chdir=infra destroy -auto-approve', 'environment'],
  ['tofu destroy --auto-approve', 'environment'],
  ['terraform apply -destroy -auto-approve', 'environment'],
  ['terraform apply', 'anything, asks'],
  ['terraform apply -auto-approve', 'anything'],
  ['terraform apply -auto-approve=false', 'anything, asks'],
  ['terraform plan -destroy', 'nothing'],
  ['terraform plan -destroy -out=x', 'nothing'],
  ['terraform apply -help', 'nothing'],
  ['terraform init', 'nothing'],
  ['terraform state rm aws_db_instance.main', 'files'],
  ['terraform state rm -dry-run aws_db_instance.main', 'nothing'],
  ['terraform state list', 'nothing'],
  ['terraform workspace delete staging', 'nothing'],
  ['terraform workspace delete -force staging', 'files'],
  ['terragrunt run-all destroy', 'environment, asks'],
  ['terragrunt run-all destroy --terragrunt-non-interactive', 'environment'],
  ['terragrunt run --all --non-interactive destroy', 'environment'],
  ['terragrunt run --all destroy', 'environment, asks'],
  ['terragrunt run --all plan', 'nothing'],
  ['terragrunt destroy -auto-approve', 'environment'],
  ['terragrunt destroy-all', 'environment, asks'],
  ['cdktf destroy --auto-approve', 'environment'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows tokens by name and shape', () => {
  const known = knowledge.credentialByName('TF_TOKEN_app_terraform_io');
  expect(known?.spec.id).toBe('hcp-token');
  const shape = known?.spec.shape ?? /$^/;
  const token = `${'aB3x5z7'.repeat(2)}.${'atlas'}v1.${'aB3_'.repeat(16)}`;
  expect(matchesWhole(shape, token)).toBe(true);
  expect(matchesWhole(shape, token.replace('v1.', 'v2.'))).toBe(false);
  expect(knowledge.credentialByName('TF_VAR_region')).toBeUndefined();
});

it('knows MCP servers by their image', () => {
  const spec = knowledge.mcp('hashicorp/terraform-mcp-server:0.4.0')?.spec;
  expect(spec?.writesWith.map((one) => one.name)).toEqual(['ENABLE_TF_OPERATIONS']);
});

it('knows the arguments that approve in advance', () => {
  expect(pack.consents.find((spec) => spec.env === 'TF_CLI_ARGS_apply')?.value).toBe(
    '-auto-approve',
  );
});
