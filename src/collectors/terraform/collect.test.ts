import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { ResourceSpec } from '../../model/resource.ts';
import { known } from '../../model/value.ts';
import { storeFacts } from '../../recognize/resource/resource-facts.ts';
import { switchOf } from '../../recognize/resource/settings.ts';

const knowledge = createKnowledge([], new Uint8Array(32));

/** Every type is a store. */
const storeOf = (type: string): ResourceSpec => ({
  types: [type],
  facts: (resource) =>
    storeFacts(resource, 'acme', {
      product: type,
      holds: 'database',
      deletionProtection: switchOf(resource, 'deletion_protection', null),
    }),
  source: 'https://acme.test/docs',
  checkedOn: '2026-11-21',
});
const database = (body: string) => `resource "aws_db_instance" "main" {\n${body}\n}\n`;

/** `key: value` of a setting of every resource. */
function answers(
  files: Readonly<Record<string, string>>,
  path: string,
): Readonly<Record<string, unknown>> {
  const { resources } = terraformTree(files, knowledge);
  return Object.fromEntries(resources.map((resource) => [resource.key, settingOf(resource, path)]));
}

describe('environments of a root', () => {
  const code = `variable "env" {}\nvariable "protect" { default = false }\n${database('deletion_protection = var.protect\nskip_final_snapshot = var.env != "production"')}`;

  it('are made by files of values', () => {
    const files = {
      'infra/main.tf': code,
      'infra/prod.tfvars': 'env = "production"\nprotect = true',
      'infra/staging.tfvars': 'env = "staging"',
    };
    expect(answers(files, 'deletion_protection')).toEqual({
      'tf:infra@prod#aws_db_instance.main': true,
      'tf:infra@staging#aws_db_instance.main': false,
    });
    expect(answers(files, 'skip_final_snapshot')).toEqual({
      'tf:infra@prod#aws_db_instance.main': false,
      'tf:infra@staging#aws_db_instance.main': true,
    });
    const { facts } = terraformTree(files, knowledge);
    expect(ofKind(facts, 'Environment')).toMatchObject([
      { tier: 'production', aliases: ['environment:infra/prod.tfvars'], name: 'infra (prod)' },
      { tier: 'staging' },
    ]);
    expect(ofKind(facts, 'InfraStack')).toMatchObject([
      { key: 'tf:infra@prod', folder: 'infra', tool: 'terraform', name: 'infra (prod)' },
      { key: 'tf:infra@staging' },
    ]);
    expect(relationsOf(facts, 'in')).toMatchObject([
      { from: 'tf:infra@prod', to: 'environment:tf:infra@prod' },
      { from: 'tf:infra@staging', to: 'environment:tf:infra@staging' },
    ]);
  });

  it('share the values that are always read, and those of a common file', () => {
    const files = {
      'infra/main.tf': code,
      'infra/terraform.tfvars': 'protect = true',
      'infra/vars/common.tfvars': 'env = "production"',
      'infra/vars/dev.tfvars': 'protect = false',
      'infra/vars/prod.tfvars.json': '{}',
      'infra/example.tfvars': 'protect = false',
    };
    expect(answers(files, 'deletion_protection')).toEqual({
      'tf:infra@dev#aws_db_instance.main': false,
      'tf:infra@prod#aws_db_instance.main': true,
    });
    expect(Object.values(answers(files, 'skip_final_snapshot'))).toEqual([false, false]);
  });

  it('lie in folders of values whose files are called after the roots they are for', () => {
    const files = {
      'deployments/database/main.tf': code,
      'deployments/network/main.tf':
        'variable "cidr" {}\nresource "aws_vpc" "main" {\n  cidr_block = var.cidr\n}',
      'values/shared.tf': 'variable "env" {}',
      'values/production/common.tfvars': 'env = "production"\nprotect = false',
      'values/production/database.tfvars': 'protect = true',
      'values/production/network.tfvars': 'cidr = "10.0.0.0/8"',
      'values/integration/database.tfvars': 'protect = false',
      // Called after a folder, and about something else.
      'values/integration/network.tfvars': 'protect = true\nenv = "x"',
    };
    expect(answers(files, 'deletion_protection')).toEqual({
      'tf:deployments/database@production#aws_db_instance.main': true,
      'tf:deployments/database@integration#aws_db_instance.main': false,
      'tf:deployments/network@production#aws_vpc.main': 'absent',
    });
    expect(answers(files, 'cidr_block')).toMatchObject({
      'tf:deployments/network@production#aws_vpc.main': '10.0.0.0/8',
    });
  });

  it('know which versions of providers their lock files leave', () => {
    const { resources } = terraformTree(
      {
        'infra/main.tf': code,
        'infra/.terraform.lock.hcl':
          'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.80.0"\n}',
      },
      knowledge,
    );
    expect(resources.map(({ stack }) => stack.mayUse?.('aws', '6.0.0'))).toEqual([false]);
    expect(resources.map(({ stack }) => stack.mayUse?.('google', '6.0.0'))).toEqual([true]);
  });

  it('are made by folders that call one module', () => {
    const call = (protect: string) =>
      `module "app" {\n  source = "../../modules/app"\n  protect = ${protect}\n  env = "x"\n}`;
    const files = {
      'modules/app/main.tf': code,
      'envs/prod/main.tf': call('true'),
      'envs/dev/main.tf': call('false'),
    };
    expect(answers(files, 'deletion_protection')).toEqual({
      'tf:envs/prod@prod#module.app.aws_db_instance.main': true,
      'tf:envs/dev@dev#module.app.aws_db_instance.main': false,
    });
    expect(ofKind(terraformTree(files, knowledge).facts, 'Environment')).toMatchObject([
      { tier: 'development', name: 'envs/dev' },
      { tier: 'production', name: 'envs/prod' },
    ]);
  });

  it('are those that the code asks for', () => {
    const validated = `variable "environment" {\n  default = "dev"\n  validation {\n    condition = contains(["dev", "prod"], var.environment)\n    error_message = "x"\n  }\n}\n${database('deletion_protection = var.environment == "prod"')}`;
    expect(answers({ 'main.tf': validated }, 'deletion_protection')).toEqual({
      'tf:.@dev#aws_db_instance.main': false,
      'tf:.@prod#aws_db_instance.main': true,
    });
    const workspaces = `locals {\n  sizes = { prod = 30, staging = 1 }\n  days = local.sizes[terraform.workspace]\n}\n${database('backup_retention_period = local.days')}`;
    expect(answers({ 'main.tf': workspaces }, 'backup_retention_period')).toEqual({
      'tf:.@prod#aws_db_instance.main': 30,
      'tf:.@staging#aws_db_instance.main': 1,
    });
  });

  it.each([
    ['terraform {\n  backend "s3" {\n    key = "prod/app.tfstate"\n  }\n}\n', 'production'],
    ['variable "environment" {\n  default = "staging"\n}\n', 'staging'],
    ['', 'unknown'],
  ])('have the tier that %j tells', (text, tier) => {
    const { facts } = terraformTree(
      { 'main.tf': `${text}provider "aws" {}\n${database('')}` },
      knowledge,
    );
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier }]);
  });

  it('have the tier of their stores where all agree', () => {
    const two = (other: string) =>
      `provider "aws" {}\n${database('identifier = "shop-prod"')}resource "aws_s3_bucket" "b" {\n  bucket = "${other}"\n}`;
    const tierOf = (text: string) =>
      ofKind(terraformTree({ 'main.tf': text }, knowledge, storeOf).facts, 'Environment').map(
        ({ tier }) => tier,
      );
    expect(tierOf(two('logs'))).toEqual(['production']);
    expect(tierOf(two('logs-prod'))).toEqual(['production']);
    expect(tierOf(two('logs-staging'))).toEqual(['production', 'staging']);
  });
});

describe('a stack of several environments', () => {
  const text = (names: readonly string[]) =>
    names.map((name) => `resource "aws_db_instance" "${name}" {}\n`).join('');
  const factsOf = (names: readonly string[]) =>
    terraformTree({ 'main.tf': `provider "aws" {}\n${text(names)}` }, knowledge, storeOf).facts;

  it('belongs to none, and its stores to the one they are called after', () => {
    const facts = factsOf(['prod', 'staging', 'cache']);
    expect(relationsOf(facts, 'in')).toEqual([]);
    expect(relationsOf(facts, 'connects-to')).toMatchObject([
      { from: 'environment:tf:.#production', to: 'tf:.#aws_db_instance.prod' },
      { from: 'environment:tf:.#staging', to: 'tf:.#aws_db_instance.staging' },
      { from: 'environment:tf:.', to: 'tf:.#aws_db_instance.cache' },
    ]);
  });

  it('is one whose stores speak of more than one', () => {
    expect(relationsOf(factsOf(['prod', 'cache']), 'in')).toHaveLength(1);
    const facts = terraformTree(
      {
        'main.tf':
          'provider "aws" {}\nresource "aws_db_instance" "prod" {}\nresource "aws_iam_user" "ci" {}\n',
      },
      knowledge,
      (type) => (type === 'aws_iam_user' ? undefined : storeOf(type)),
    ).facts;
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
  });
});

describe('resources', () => {
  const resources = (text: string, more: Readonly<Record<string, string>> = {}) =>
    terraformTree({ 'main.tf': `provider "aws" {}\n${text}`, ...more }, knowledge).resources;

  it('are made as often as the code says', () => {
    const made = (meta: string) => resources(database(meta)).map(({ name }) => name);
    expect(made('')).toEqual(['aws_db_instance.main']);
    expect(made('count = 0')).toEqual([]);
    expect(made('count = 1')).toEqual(['aws_db_instance.main[0]']);
    expect(made('count = 4')).toEqual(['aws_db_instance.main']);
    expect(made('count = var.n')).toEqual(['aws_db_instance.main']);
    expect(made('for_each = {}')).toEqual([]);
    expect(made('for_each = toset(["a", "b"])')).toEqual([
      'aws_db_instance.main["a"]',
      'aws_db_instance.main["b"]',
    ]);
    expect(made('for_each = var.unknown')).toEqual(['aws_db_instance.main']);
  });

  it('have the settings of their key', () => {
    const text = `locals {\n  dbs = {\n    a = { protect = true }\n    b = { protect = false }\n  }\n}\n${database('for_each = local.dbs\ndeletion_protection = each.value.protect\nidentifier = "db-${each.key}"')}`;
    const found = resources(text);
    expect(found.map((resource) => settingOf(resource, 'deletion_protection'))).toEqual([
      true,
      false,
    ]);
    expect(found.map((resource) => settingOf(resource, 'identifier'))).toEqual(['db-a', 'db-b']);
  });

  it('have their blocks as lists, dynamic ones spread out', () => {
    const text = `resource "aws_s3_bucket" "b" {\n  versioning {\n    enabled = true\n  }\n  tags = { a = 1 }\n  dynamic "rule" {\n    for_each = [7, 30]\n    content {\n      days = rule.value\n    }\n  }\n  dynamic "other" {\n    for_each = var.unknown\n    content {}\n  }\n}`;
    const [bucket] = resources(text);
    expect(settingOf(bucket, 'versioning')).toEqual([{ enabled: true }]);
    expect(settingOf(bucket, 'versioning.enabled')).toBe(true);
    expect(settingOf(bucket, 'tags')).toEqual({ a: 1 });
    expect(settingOf(bucket, 'rule')).toEqual([{ days: 7 }, { days: 30 }]);
    expect(settingOf(bucket, 'other.enabled')).toBe('unknown var.unknown');
  });

  it('have all settings of their blocks, also those called like arguments of the language', () => {
    const [policy] = resources(
      'resource "aws_dlm_lifecycle_policy" "p" {\n  count = 1\n  provider = aws.x\n  schedule {\n    retain_rule {\n      count = 48\n    }\n  }\n  rule {\n    for_each = "x"\n    lifecycle {\n      days = 3\n    }\n  }\n}',
    );
    expect(settingOf(policy, 'schedule.retain_rule.count')).toBe(48);
    expect(settingOf(policy, 'rule.for_each')).toBe('x');
    expect(settingOf(policy, 'rule.lifecycle.days')).toBe(3);
    expect(settingOf(policy, 'count')).toBe('absent');
    expect(settingOf(policy, 'provider')).toBe('absent');
  });

  it('say whether the tool destroys them', () => {
    const [held] = resources(database('lifecycle {\n  prevent_destroy = true\n}'));
    const [free] = resources(database(''));
    const [unclear] = resources(
      database('lifecycle {\n  prevent_destroy = var.x\n  destroy = false\n}'),
    );
    expect([held, free, unclear].map((one) => one && known(one.preventDestroy))).toEqual([
      true,
      false,
      undefined,
    ]);
    expect([held, free, unclear].map((one) => one && known(one.retained))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('are found by what refers to them', () => {
    const text = `resource "aws_kms_key" "k" {\n  for_each = toset(["a", "b"])\n}\nmodule "db" {\n  source = "./db"\n  key = aws_kms_key.k["a"].arn\n}\nresource "aws_backup_selection" "s" {\n  resources = [module.db.arn]\n}`;
    const child = `variable "key" {}\n${database('kms_key_id = var.key')}output "arn" {\n  value = aws_db_instance.main.arn\n}`;
    const found = resources(text, { 'db/main.tf': child });
    const one = (name: string) => found.find((resource) => resource.name === name);
    const db = one('module.db.aws_db_instance.main');
    const key = db?.settings.entries.find((entry) => entry.key === 'kms_key_id')?.value;
    expect(db?.stack.target(key)?.name).toBe('aws_kms_key.k["a"]');
    const list = one('aws_backup_selection.s')?.settings.entries[0]?.value;
    expect(list?.type === 'list' ? db?.stack.target(list.items[0])?.name : null).toBe(
      'module.db.aws_db_instance.main',
    );
  });

  it('of data sources can be referred to and declare nothing', () => {
    const text = `data "aws_iam_policy_document" "ops" {\n  statement {\n    actions = ["s3:*"]\n  }\n}\nresource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.ops.json\n}`;
    const [policy, ...others] = resources(text);
    expect(others).toEqual([]);
    const node = policy?.settings.entries[0]?.value;
    expect(settingOf(policy?.stack.target(node), 'statement.actions')).toEqual(['s3:*']);
  });
});

describe('modules', () => {
  it('hand values in and out', () => {
    const files = {
      'main.tf':
        'provider "aws" {}\nmodule "a" {\n  source = "./a"\n  days = 7\n}\nresource "aws_db_instance" "main" {\n  backup_retention_period = module.a.days\n}',
      'a/main.tf': 'variable "days" {}\noutput "days" {\n  value = var.days * 2\n}',
    };
    expect(answers(files, 'backup_retention_period')).toEqual({ 'tf:.#aws_db_instance.main': 14 });
  });

  it('fill in what their types leave out', () => {
    const files = {
      'main.tf': `provider "aws" {}\nvariable "db" {\n  type = object({ protect = optional(bool, true), days = optional(number) })\n  default = {}\n}\n${database('deletion_protection = var.db.protect\nbackup_retention_period = var.db.days')}`,
    };
    expect(Object.values(answers(files, 'deletion_protection'))).toEqual([true]);
    expect(Object.values(answers(files, 'backup_retention_period'))).toEqual(['absent']);
  });

  it('that nobody calls are libraries, and their facts are doubted', () => {
    const { facts } = terraformTree(
      { 'modules/db/main.tf': `variable "x" {}\n${database('')}` },
      knowledge,
    );
    expect(ofKind(facts, 'InfraStack')).toMatchObject([{ confidence: 'low' }]);
  });

  it.each([
    ['', 'low'],
    ['provider "aws" {}\n', 'high'],
    ['terraform {\n  backend "s3" {}\n}\n', 'high'],
  ])('are told from roots by what they configure: %j', (settings, confidence) => {
    const text = `${settings}variable "x" {}\n${database('')}output "id" {\n  value = aws_db_instance.main.id\n}`;
    const { facts } = terraformTree({ 'db/main.tf': text }, knowledge);
    expect(ofKind(facts, 'InfraStack')).toMatchObject([{ confidence }]);
  });

  it('that give nothing back are roots', () => {
    const { facts } = terraformTree(
      { 'db/main.tf': `variable "x" {}\n${database('')}` },
      knowledge,
    );
    expect(ofKind(facts, 'InfraStack')).toMatchObject([{ confidence: 'high' }]);
  });

  it('that only an example calls stay on their own', () => {
    const files = {
      'main.tf': `variable "x" {}\n${database('deletion_protection = var.x')}`,
      'examples/full/main.tf': 'module "m" {\n  source = "../.."\n  x = false\n}',
    };
    expect(answers(files, 'deletion_protection')).toEqual({
      'tf:.#aws_db_instance.main': 'unknown var.x',
    });
  });
});

describe('state', () => {
  const stateOf = (text: string, more: Readonly<Record<string, string>> = {}) =>
    ofKind(
      terraformTree({ 'infra/main.tf': `${text}\n${database('')}`, ...more }, knowledge).facts,
      'InfraStack',
    )[0]?.state;

  it('is where the backend says', () => {
    expect(stateOf('terraform {\n  backend "local" {}\n}')).toMatchObject({
      state: 'set',
      value: 'local',
      at: { start: 14, end: 29 },
    });
    expect(stateOf('terraform {\n  backend "s3" {}\n}')).toMatchObject({
      state: 'set',
      value: 'remote',
    });
    expect(stateOf('terraform {\n  cloud {}\n}')).toMatchObject({ state: 'set', value: 'remote' });
  });

  it('is local by default, unless anything suggests otherwise', () => {
    expect(stateOf('provider "aws" {}')).toMatchObject({ state: 'default', value: 'local' });
    const workflow = { '.github/workflows/deploy.yml': 'run: terraform apply' };
    expect(stateOf('provider "aws" {}', workflow)).toMatchObject({ state: 'unknown' });
    const script = { 'deploy.sh': 'terraform init -backend-config=prod.hcl' };
    expect(stateOf('provider "aws" {}', script)).toMatchObject({ state: 'unknown' });
    expect(stateOf('provider "aws" {}', { 'live/terragrunt.hcl': '' })).toMatchObject({
      state: 'unknown',
    });
  });
});
