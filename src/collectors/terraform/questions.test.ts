import { describe, expect, it } from 'vitest';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge, withResources } from '../../engine/knowledge.ts';
import { known } from '../../model/value.ts';
import { packs } from '../../registry.generated.ts';

/**
 * Questions that were put to real repositories and answered by reading them; here stand the few lines that decide each answer, in our own words.
 * The trees follow the shapes of ChrisTowles/blog, cds-snc/notification-terraform, 0xHoneyJar/loa-freeside, AgenticTony/voicehive_hotels,
 * alphagov/govuk-infrastructure, paulofrazao/EKS-Istio-GatewayAPI-Deom, AWS13th-Final-Project-BADA/BADA and chetanparmarlife-sketch/CreatorX.
 */
const knowledge = await withResources(createKnowledge(packs, new Uint8Array(32)), packs);

type Files = Readonly<Record<string, string>>;

/** Two hops from a file of values through a local module; the module's own default says otherwise. */
const twoHops: Files = {
  'terraform/environments/main.tf': `
terraform {
  backend "gcs" {
    prefix = "state"
  }
}
provider "google" {
  project = var.project
}
variable "environment" {}
variable "project" {}
variable "protect" {
  type    = bool
  default = true
}
module "sql" {
  source  = "../modules/sql"
  project = var.project
  protect = var.protect
  pitr    = false
}
module "scheduler" {
  source = "../modules/scheduler"
  count  = var.environment == "staging" ? 1 : 0
  suffix = var.environment
}`,
  'terraform/environments/prod.tfvars':
    'environment = "prod"\nproject = "harbour-production"\nprotect = false\n',
  'terraform/environments/staging.tfvars': 'environment = "staging"\nproject = "harbour-staging"\n',
  'terraform/modules/sql/main.tf': `
resource "google_sql_database_instance" "main" {
  name    = "\${var.project}-db"
  project = var.project
  settings {
    tier = var.tier
    backup_configuration {
      enabled                        = var.backups
      point_in_time_recovery_enabled = var.pitr
    }
  }
  deletion_protection = var.protect
}`,
  'terraform/modules/sql/variables.tf':
    'variable "project" {}\nvariable "tier" {\n  default = "small"\n}\nvariable "backups" {\n  default = true\n}\nvariable "pitr" {\n  default = true\n}\nvariable "protect" {\n  default = true\n}',
  'terraform/modules/scheduler/main.tf':
    'variable "suffix" {}\nresource "google_storage_bucket" "sources" {\n  name          = "sources-${var.suffix}"\n  force_destroy = true\n}',
};
const sql = (env: string) =>
  `tf:terraform/environments@${env}#module.sql.google_sql_database_instance.main`;

/** Units that hand over inputs, with values called after their environment. */
const units: Files = {
  'aws/rds/rds.tf': `
variable "enable_delete_protection" {
  type = bool
}
variable "recovery" {
  type    = bool
  default = false
}
variable "kms_arn" {}
resource "aws_rds_cluster" "notify" {
  cluster_identifier  = "notify"
  snapshot_identifier = var.recovery == true ? "last" : null
  deletion_protection = var.enable_delete_protection
  kms_key_id          = var.kms_arn
}`,
  'env/terragrunt.hcl': 'inputs = merge(local.secrets, local.settings, { satellites = "x" })',
  'env/production_config.tfvars': 'enable_delete_protection = true\nrecovery = false',
  'env/dev_config.tfvars': 'enable_delete_protection = false\nrecovery = true',
  ...Object.fromEntries(
    ['production', 'dev', 'sandbox'].map((env) => [
      `env/${env}/rds/terragrunt.hcl`,
      'terraform {\n  source = "${get_env("LOCAL") == "true" ? "git::https://github.com/acme/notify//aws/rds" : "../../../aws//rds"}"\n}\ninclude {\n  path = find_in_parent_folders()\n}\ninputs = {\n  kms_arn = dependency.common.outputs.kms_arn\n}',
    ]),
  ),
};
const cluster = (env: string) => `tf:env/${env}/rds@${env}#aws_rds_cluster.notify`;

/** An environment that the code itself lists, and a module of a registry. */
const listed: Files = {
  'infra/main.tf': `
provider "aws" {
  region = var.region
  default_tags {
    tags = local.common
  }
}
variable "region" {
  default = "eu-west-1"
}
variable "environment" {
  type    = string
  default = "development"
  validation {
    condition     = contains(["development", "staging", "production"], var.environment)
    error_message = "unknown environment"
  }
}
locals {
  name   = "hive-\${var.environment}"
  common = { Environment = var.environment }
}
module "rds" {
  source                  = "terraform-aws-modules/rds/aws"
  version                 = "~> 6.0"
  identifier              = local.name
  engine                  = "postgres"
  multi_az                = var.environment == "production"
  backup_retention_period = 30
  deletion_protection     = var.environment == "production"
  skip_final_snapshot     = var.environment != "production"
}
module "uploads" {
  source = "terraform-aws-modules/s3-bucket/aws"
  bucket = "\${local.name}-uploads"
  versioning = {
    enabled = var.environment == "production"
  }
}
resource "aws_kms_key" "rds" {
  deletion_window_in_days = try(var.windows[var.environment], 10)
}
variable "windows" {
  default = { production = 30 }
}`,
};
const hive = (env: string, address: string) => `tf:infra@${env}#${address}`;

/** A map of databases with optional attributes, and their replicas. */
const databases: Files = {
  'deployments/rds/main.tf': `
provider "aws" {}
variable "databases" {
  type = map(object({
    name                = string
    engine              = string
    deletion_protection = optional(bool, true)
    retention           = optional(number)
    has_replica         = optional(bool, false)
    tags                = optional(map(string), {})
  }))
}
variable "retention" {
  type    = number
  default = 7
}
resource "aws_kms_key" "rds" {}
resource "aws_db_instance" "instance" {
  for_each                = var.databases
  identifier              = "\${each.value.name}-\${each.value.engine}"
  engine                  = each.value.engine
  deletion_protection     = each.value.deletion_protection
  backup_retention_period = each.value.retention != null ? each.value.retention : var.retention
  skip_final_snapshot     = false
  kms_key_id              = aws_kms_key.rds.arn
  tags                    = merge(each.value.tags, { project = each.key })
}
resource "aws_db_instance" "replica" {
  for_each            = { for key, value in var.databases : key => value if value.has_replica }
  replicate_source_db = aws_db_instance.instance[each.key].identifier
  skip_final_snapshot = true
}`,
  'deployments/rds/production.auto.tfvars': `databases = {
  content = { name = "content", engine = "postgres", has_replica = true, retention = 30 }
  scratch = { name = "scratch", engine = "mysql", deletion_protection = false }
}`,
};
const db = (address: string) => `tf:deployments/rds#aws_db_instance.${address}`;

/** Names made of locals, conditional functions, and blocks that may not be there. */
const names: Files = {
  'infra/terraform/main.tf': `
terraform {
  backend "s3" {}
}
locals {
  prefix  = "arrakis-\${var.environment}"
  is_prod = contains(["prod", "production"], lower(var.environment))
  common  = merge({ Project = "arrakis" }, { Environment = title(var.environment) })
}
variable "environment" {}
variable "instance_type" {
  default = "mq.t3.micro"
}
variable "archive_days" {
  type    = number
  default = null
}
resource "aws_db_instance" "main" {
  identifier                = "\${local.prefix}-db"
  deletion_protection       = true
  final_snapshot_identifier = "\${local.prefix}-final-snapshot"
  backup_retention_period   = local.is_prod ? 30 : 1
  tags                      = local.common
  lifecycle {
    prevent_destroy = true
  }
}
resource "aws_mq_broker" "main" {
  deployment_mode = can(regex("^mq\\\\.(m5|m6)", var.instance_type)) && var.environment == "production" ? "CLUSTER_MULTI_AZ" : "SINGLE_INSTANCE"
}
resource "aws_dynamodb_table" "jobs" {
  name                        = join("-", [local.prefix, "jobs"])
  deletion_protection_enabled = local.is_prod
  dynamic "point_in_time_recovery" {
    for_each = local.is_prod ? [1] : []
    content {
      enabled = true
    }
  }
}
resource "aws_s3_bucket_lifecycle_configuration" "jobs" {
  bucket = aws_s3_bucket.jobs.id
  rule {
    id = "archive"
    expiration {
      days = coalesce(var.archive_days, 90)
    }
  }
}
resource "aws_s3_bucket" "jobs" {
  bucket        = format("%s-jobs-%s", local.prefix, data.aws_caller_identity.current.account_id)
  force_destroy = !local.is_prod
}
data "aws_caller_identity" "current" {}
module "alb" {
  source  = "./alb"
  count   = var.environment == "production" ? 2 : 0
  protect = true
}`,
  'infra/terraform/alb/main.tf':
    'variable "protect" {}\nresource "aws_lb" "main" {\n  enable_deletion_protection = var.protect\n}',
  'infra/terraform/environments/production/terraform.tfvars': 'environment = "production"\n',
  'infra/terraform/environments/production/backend.tfvars': 'bucket = "state"\n',
  'infra/terraform/environments/staging/terraform.tfvars':
    'environment = "staging"\ninstance_type = "mq.m5.large"\n',
};
const arrakis = (env: string, address: string) => `tf:infra/terraform@${env}#${address}`;

/** Folders of environments whose values differ by what they write; workspaces. */
const folders: Files = {
  'envs/prod/main.tf':
    'resource "aws_db_instance" "main" {\n  skip_final_snapshot = false\n  deletion_protection = true\n}\nmodule "files" {\n  source = "../../modules/files"\n  keep = 35\n}\n',
  'envs/dev/main.tf':
    'resource "aws_db_instance" "main" {\n  skip_final_snapshot = true\n}\nmodule "files" {\n  source = "../../modules/files"\n}\n',
  'modules/files/main.tf':
    'variable "keep" {\n  type = number\n  default = 1\n}\nresource "aws_fsx_lustre_file_system" "data" {\n  automatic_backup_retention_days = var.keep\n}\nresource "aws_efs_backup_policy" "data" {\n  backup_policy {\n    status = var.keep > 7 ? "ENABLED" : "DISABLED"\n  }\n}\n',
  'stacks/web/main.tf': `
provider "aws" {}
locals {
  settings = {
    default    = { protect = false }
    production = { protect = true }
  }
  current = lookup(local.settings, terraform.workspace, local.settings["default"])
}
resource "aws_dynamodb_table" "sessions" {
  deletion_protection_enabled = local.current.protect
  name                        = "sessions-\${terraform.workspace}"
}`,
};

describe('a question that a repository answers', () => {
  it.each<[Files, string, string, unknown]>([
    [twoHops, sql('prod'), 'deletion_protection', false],
    [twoHops, sql('staging'), 'deletion_protection', true],
    [twoHops, sql('prod'), 'settings.backup_configuration.enabled', true],
    [twoHops, sql('prod'), 'settings.backup_configuration.point_in_time_recovery_enabled', false],
    [twoHops, sql('prod'), 'settings.tier', 'small'],
    [twoHops, sql('prod'), 'name', 'harbour-production-db'],
    [
      twoHops,
      'tf:terraform/environments@staging#module.scheduler[0].google_storage_bucket.sources',
      'name',
      'sources-staging',
    ],
    [
      twoHops,
      'tf:terraform/environments@prod#module.scheduler[0].google_storage_bucket.sources',
      'name',
      'no resource',
    ],
    [units, cluster('production'), 'deletion_protection', true],
    [units, cluster('dev'), 'deletion_protection', false],
    [units, cluster('sandbox'), 'deletion_protection', 'unknown local.secrets local.settings'],
    [units, cluster('production'), 'snapshot_identifier', 'absent'],
    [units, cluster('dev'), 'snapshot_identifier', 'last'],
    [units, cluster('production'), 'kms_key_id', 'unknown dependency.common.outputs.kms_arn'],
    [listed, hive('production', 'module.rds.aws_db_instance.this'), 'deletion_protection', true],
    [listed, hive('staging', 'module.rds.aws_db_instance.this'), 'deletion_protection', false],
    [listed, hive('development', 'module.rds.aws_db_instance.this'), 'skip_final_snapshot', true],
    [listed, hive('production', 'module.rds.aws_db_instance.this'), 'skip_final_snapshot', false],
    [
      listed,
      hive('production', 'module.rds.aws_db_instance.this'),
      'identifier',
      'hive-production',
    ],
    [
      listed,
      hive('production', 'module.rds.aws_db_instance.this'),
      'delete_automated_backups',
      true,
    ],
    [listed, hive('production', 'module.uploads.aws_s3_bucket.this'), 'force_destroy', false],
    [
      listed,
      hive('production', 'module.uploads.aws_s3_bucket_versioning.this'),
      'versioning_configuration.status',
      'Enabled',
    ],
    [
      listed,
      hive('staging', 'module.uploads.aws_s3_bucket_versioning.this'),
      'versioning_configuration.status',
      'Suspended',
    ],
    [listed, hive('production', 'aws_kms_key.rds'), 'deletion_window_in_days', 30],
    [listed, hive('staging', 'aws_kms_key.rds'), 'deletion_window_in_days', 10],
    [databases, db('instance["content"]'), 'deletion_protection', true],
    [databases, db('instance["scratch"]'), 'deletion_protection', false],
    [databases, db('instance["content"]'), 'backup_retention_period', 30],
    [databases, db('instance["scratch"]'), 'backup_retention_period', 7],
    [databases, db('instance["scratch"]'), 'tags', { project: 'scratch' }],
    [databases, db('instance["content"]'), 'kms_key_id', 'unknown aws_kms_key.rds.arn'],
    [
      databases,
      db('replica["content"]'),
      'replicate_source_db',
      'unknown aws_db_instance.instance["content"].identifier',
    ],
    [databases, db('replica["scratch"]'), 'skip_final_snapshot', 'no resource'],
    [
      names,
      arrakis('production', 'aws_db_instance.main'),
      'final_snapshot_identifier',
      'arrakis-production-final-snapshot',
    ],
    [names, arrakis('production', 'aws_db_instance.main'), 'backup_retention_period', 30],
    [names, arrakis('staging', 'aws_db_instance.main'), 'backup_retention_period', 1],
    [names, arrakis('staging', 'aws_db_instance.main'), 'tags.Environment', 'Staging'],
    [names, arrakis('staging', 'aws_mq_broker.main'), 'deployment_mode', 'SINGLE_INSTANCE'],
    [names, arrakis('production', 'aws_mq_broker.main'), 'deployment_mode', 'SINGLE_INSTANCE'],
    [
      names,
      arrakis('production', 'aws_dynamodb_table.jobs'),
      'point_in_time_recovery.enabled',
      true,
    ],
    [
      names,
      arrakis('staging', 'aws_dynamodb_table.jobs'),
      'point_in_time_recovery.enabled',
      'absent',
    ],
    [names, arrakis('staging', 'aws_dynamodb_table.jobs'), 'name', 'arrakis-staging-jobs'],
    [names, arrakis('production', 'aws_dynamodb_table.jobs'), 'deletion_protection_enabled', true],
    [
      names,
      arrakis('production', 'aws_s3_bucket_lifecycle_configuration.jobs'),
      'rule.expiration.days',
      90,
    ],
    [names, arrakis('production', 'aws_s3_bucket.jobs'), 'force_destroy', false],
    [names, arrakis('staging', 'aws_s3_bucket.jobs'), 'force_destroy', true],
    [
      names,
      arrakis('staging', 'aws_s3_bucket.jobs'),
      'bucket',
      'unknown data.aws_caller_identity.current.account_id',
    ],
    [names, arrakis('production', 'module.alb.aws_lb.main'), 'enable_deletion_protection', true],
    [
      names,
      arrakis('staging', 'module.alb.aws_lb.main'),
      'enable_deletion_protection',
      'no resource',
    ],
    [folders, 'tf:envs/prod@prod#aws_db_instance.main', 'deletion_protection', true],
    [folders, 'tf:envs/dev@dev#aws_db_instance.main', 'deletion_protection', 'absent'],
    [
      folders,
      'tf:envs/prod@prod#module.files.aws_efs_backup_policy.data',
      'backup_policy.status',
      'ENABLED',
    ],
    [
      folders,
      'tf:envs/dev@dev#module.files.aws_efs_backup_policy.data',
      'backup_policy.status',
      'DISABLED',
    ],
    [
      folders,
      'tf:envs/dev@dev#module.files.aws_fsx_lustre_file_system.data',
      'automatic_backup_retention_days',
      1,
    ],
    [
      folders,
      'tf:stacks/web@production#aws_dynamodb_table.sessions',
      'deletion_protection_enabled',
      true,
    ],
    [
      folders,
      'tf:stacks/web@production#aws_dynamodb_table.sessions',
      'name',
      'sessions-production',
    ],
  ])('%#: %s %s', (files, key, path, expected) => {
    const { resources } = terraformTree(files, knowledge);
    const resource = resources.find((one) => one.key === key);
    expect(settingOf(resource, path)).toEqual(expected);
  });

  it('is asked of the tool too', () => {
    const { resources } = terraformTree(names, knowledge);
    const [main] = resources.filter(
      ({ key }) => key === arrakis('staging', 'aws_db_instance.main'),
    );
    expect(main === undefined ? null : known(main.preventDestroy)).toBe(true);
  });
});
