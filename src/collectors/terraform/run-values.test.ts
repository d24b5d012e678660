import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';

const knowledge = createKnowledge([], new Uint8Array(32));
const code = 'provider "aws" {}\nvariable "environment" {}\nresource "aws_db_instance" "main" {}\n';

/** Tiers of the environments of a root that somebody runs. */
function tiersIn(files: Readonly<Record<string, string>>, root = code) {
  const { facts } = terraformTree({ 'infra/main.tf': root, ...files }, knowledge);
  return ofKind(facts, 'Environment').map(({ tier }) => tier);
}

describe('values that whoever runs Terraform gives', () => {
  it.each([
    ['deploy.sh', 'export TF_VAR_environment=prod\nterraform apply'],
    ['deploy.sh', 'terraform apply -auto-approve -var environment=prod'],
    ['deploy.sh', "terraform apply -var='environment=prod' -var region=x"],
    ['Makefile', 'deploy:\n\tterraform apply -var "environment=prod"'],
    ['.github/workflows/deploy.yml', 'env:\n  TF_VAR_environment: production'],
  ])('name its environment: %s with %j', (file, text) => {
    expect(tiersIn({ [file]: text })).toEqual(['production']);
  });

  it('may name several', () => {
    const text = 'terraform apply -var environment=prod\nterraform apply -var environment=dev\n';
    expect(tiersIn({ 'deploy.sh': text })).toEqual(['development', 'production']);
  });

  it.each([
    ['export TF_VAR_environment=$STAGE\nterraform apply'],
    ['TF_VAR_environment: ${{ inputs.stage }}\n# terraform'],
    ['terraform apply -var region=prod'],
    ['terraform apply -var environment=prod.$REGION'],
    ['terraform apply -var stage=prod'],
  ])('name none where only a run tells, or another variable is given: %j', (text) => {
    expect(tiersIn({ 'deploy.sh': text })).toEqual(['unknown']);
  });

  it('say nothing about a root that has its own values, or asks for none', () => {
    const files = { 'deploy.sh': 'terraform apply -var environment=prod' };
    expect(tiersIn({ ...files, 'infra/terraform.tfvars': 'environment = "dev"' })).toEqual([
      'development',
    ]);
    expect(tiersIn(files, 'resource "aws_db_instance" "main" {}\n')).toEqual(['unknown']);
  });
});
