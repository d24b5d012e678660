/** What a person who reads a repository's Terraform code says that one attribute is in one environment. */
export interface Question {
  /** Folder of the root module, `@` and the environment where the code tells some apart. */
  readonly root: string;
  /** Address of the resource. */
  readonly address: string;
  /** Dotted path of the attribute; `prevent_destroy` is the one of `lifecycle`. */
  readonly attribute: string;
  /** `external`: only a run, a secret file or another repository tells. `absent`: left out, or `null`. `no resource`: not made in this environment. */
  readonly answer: string | number | boolean;
}

/** A repository in the state that it was read in. */
export interface ReadRepository {
  readonly name: string;
  readonly commit: string;
  readonly questions: readonly Question[];
}

/** Roots, by how their keys begin, whose values are in no file of the repository. */
export const valuesElsewhere: Readonly<Record<string, string>> = {
  'cds-snc/notification-terraform env/sandbox/': 'sandbox_config.tfvars is not in the repository',
};

type Row = readonly [root: string, address: string, attribute: string, answer: Question['answer']];

function read(name: string, commit: string, rows: readonly Row[]): ReadRepository {
  const questions = rows.map(([root, address, attribute, answer]) => ({
    root,
    address,
    attribute,
    answer,
  }));
  return { name, commit, questions };
}

const blog = 'infra/terraform/environments';
const blogSql = 'module.cloud_sql.google_sql_database_instance.main';
const creatorDev = 'infra/terraform/environments/dev@dev';
const creatorProd = 'infra/terraform/environments/prod@prod';
const messages = 'module.dynamodb.aws_dynamodb_table.chat_messages';
const redis = 'module.elasticache.aws_elasticache_replication_group.redis';
const instance = 'aws_db_instance.main';
const notify = 'aws_rds_cluster.notification-canada-ca';
const tools = 'aws_db_instance.database-tools';
const accounts = 'aws_db_instance.instance["account_api"]';
const govuk = 'terraform/deployments';
const meeple = 'infra/experimental/terraform@production';
const publishing = `${govuk}/govuk-publishing-infrastructure`;

/**
 * Questions put to public repositories, each answered from the `.tf`, `.tfvars` and `.hcl` files alone, read on 2026-11-21 by a person's way through
 * them: the block, the variable, its default, the call, the file of values, the condition.
 */
export const readRepositories: readonly ReadRepository[] = [
  read('ChrisTowles/blog', 'd04992535420684349a00329300f7aa58d4144b3', [
    [`${blog}@prod`, blogSql, 'deletion_protection', false],
    [`${blog}@staging`, blogSql, 'deletion_protection', false],
    [`${blog}@prod`, blogSql, 'settings.backup_configuration.enabled', true],
    [
      `${blog}@staging`,
      blogSql,
      'settings.backup_configuration.point_in_time_recovery_enabled',
      false,
    ],
    [`${blog}@prod`, blogSql, 'settings.availability_type', 'ZONAL'],
    [`${blog}@staging`, blogSql, 'name', 'blog-towles-staging-db'],
    [`${blog}@prod`, blogSql, 'settings.deletion_protection_enabled', 'absent'],
    [`${blog}@prod`, 'module.shared.google_storage_bucket.media', 'force_destroy', false],
    [
      `${blog}@prod`,
      'module.shared.google_storage_bucket.media',
      'name',
      'blog-towles-production-media',
    ],
    [`${blog}@staging`, 'module.shared.google_storage_bucket.mcp_data', 'force_destroy', true],
    [`${blog}@prod`, 'module.shared.google_storage_bucket.mcp_data', 'name', 'blog-mcp-data-prod'],
    [
      `${blog}@staging`,
      'module.cost_scheduler[0].google_storage_bucket.functions_source',
      'force_destroy',
      true,
    ],
    [
      `${blog}@prod`,
      'module.cost_scheduler[0].google_storage_bucket.functions_source',
      'force_destroy',
      'no resource',
    ],
  ]),
  read('chetanparmarlife-sketch/CreatorX', '7596b499967cf1ce5ba39ee8290ac7c3fbf0088a', [
    [creatorDev, instance, 'deletion_protection', false],
    [creatorDev, instance, 'skip_final_snapshot', true],
    [creatorDev, instance, 'backup_retention_period', 7],
    [creatorProd, instance, 'deletion_protection', true],
    [creatorProd, instance, 'skip_final_snapshot', false],
    [creatorProd, instance, 'backup_retention_period', 30],
    [creatorProd, instance, 'identifier', 'creatorx-prod-db'],
    [creatorProd, instance, 'password', 'external'],
    [creatorProd, instance, 'delete_automated_backups', 'absent'],
  ]),
  read('2025-softbank-hackathon/infrastructure', '3d26c5c219331b44c722a2678afc21aa920982c6', [
    ['terraform', messages, 'point_in_time_recovery.enabled', true],
    ['terraform', messages, 'deletion_protection_enabled', 'absent'],
    ['terraform', messages, 'name', 'chatapp-dev-messages'],
    ['terraform', redis, 'snapshot_retention_limit', 0],
    ['terraform', redis, 'multi_az_enabled', true],
    [
      'terraform',
      'module.cloudfront.aws_s3_bucket_versioning.static_website',
      'versioning_configuration.status',
      'Enabled',
    ],
    ['terraform', 'module.alb.aws_s3_bucket.alb_logs', 'bucket', 'external'],
    ['terraform', 'module.alb.aws_s3_bucket.alb_logs', 'force_destroy', 'absent'],
  ]),
  read('paulofrazao/EKS-Istio-GatewayAPI-Deom', '062f0ca58d98087b30330fa79e7353cd65ffda4b', [
    ['terraform/bootstrap', 'aws_s3_bucket.tfstate', 'prevent_destroy', true],
    ['terraform/bootstrap', 'aws_s3_bucket.tfstate', 'bucket', 'external'],
    [
      'terraform/bootstrap',
      'aws_s3_bucket_versioning.tfstate',
      'versioning_configuration.status',
      'Enabled',
    ],
    ['terraform/bootstrap', 'aws_dynamodb_table.tfstate_lock', 'name', 'mtkc-poc-tfstate-lock'],
    ['terraform/bootstrap', 'aws_dynamodb_table.tfstate_lock', 'prevent_destroy', false],
  ]),
  read('62zqbq4f6g-commits/velolume', '394cb582dd7b5fa0c12aaf64a1cdf41aa61c3fd6', [
    ['infra', 'digitalocean_spaces_bucket.video_ingestion', 'force_destroy', 'absent'],
    ['infra', 'digitalocean_spaces_bucket.video_ingestion', 'name', 'external'],
    ['infra', 'digitalocean_spaces_bucket.video_ingestion', 'region', 'sgp1'],
  ]),
  read('cds-snc/notification-terraform', 'c446304ce2d4694eb82edf80f6a257eac02c404b', [
    ['env/production/rds@production', notify, 'deletion_protection', true],
    ['env/staging/rds@staging', notify, 'deletion_protection', true],
    ['env/dev/rds@dev', notify, 'deletion_protection', false],
    ['env/sandbox/rds@sandbox', notify, 'deletion_protection', 'external'],
    ['env/sandbox/rds@sandbox', notify, 'backup_retention_period', 8],
    ['env/production/rds@production', notify, 'skip_final_snapshot', 'absent'],
    ['env/production/rds@production', notify, 'snapshot_identifier', 'absent'],
    ['env/dev/rds@dev', notify, 'snapshot_identifier', 'external'],
    ['env/production/database-tools@production', tools, 'skip_final_snapshot', true],
    ['env/production/database-tools@production', tools, 'deletion_protection', true],
    ['env/dev/database-tools@dev', tools, 'deletion_protection', false],
    [
      'env/production/rds@production',
      'aws_backup_vault_lock_configuration.rds[0]',
      'changeable_for_days',
      365,
    ],
    [
      'env/staging/rds@staging',
      'aws_backup_vault_lock_configuration.rds[0]',
      'changeable_for_days',
      'no resource',
    ],
    ['env/production/rds@production', 'aws_backup_plan.rds', 'rule.lifecycle.delete_after', 8],
    ['env/production/rds@production', 'aws_kms_key.backup_vault', 'deletion_window_in_days', 10],
    ['env/production/common@production', 'aws_s3_bucket.csv_bucket', 'force_destroy', false],
    ['env/dev/common@dev', 'aws_s3_bucket.csv_bucket', 'force_destroy', true],
    [
      'env/production/common@production',
      'aws_s3_bucket.legacy_asset_bucket[0]',
      'force_destroy',
      false,
    ],
    ['env/dev/common@dev', 'aws_s3_bucket.legacy_asset_bucket[0]', 'force_destroy', 'no resource'],
    ['env/dev/ecr@dev', 'aws_ecr_repository.lambda_log_extension[0]', 'force_delete', true],
    [
      'env/production/ecr@production',
      'aws_ecr_repository.lambda_log_extension[0]',
      'force_delete',
      'no resource',
    ],
    ['env/production/ecr@production', 'aws_ecr_repository.heartbeat', 'force_delete', false],
    [
      'env/staging/heartbeat@staging',
      'aws_cloudwatch_log_group.heartbeat_log_group[0]',
      'retention_in_days',
      365,
    ],
  ]),
  read('alphagov/govuk-infrastructure', 'd9b7454f26061e8af95753fa688cdf3d86a6c3ee', [
    [`${govuk}/rds@production`, accounts, 'deletion_protection', true],
    [`${govuk}/rds@production`, accounts, 'backup_retention_period', 7],
    [`${govuk}/rds@production`, accounts, 'skip_final_snapshot', false],
    [`${govuk}/rds@production`, accounts, 'apply_immediately', false],
    [`${govuk}/rds@staging`, accounts, 'backup_retention_period', 1],
    [`${govuk}/rds@staging`, accounts, 'skip_final_snapshot', true],
    [`${govuk}/rds@integration`, accounts, 'apply_immediately', true],
    [
      `${govuk}/rds@production`,
      'aws_db_instance.replica["account_api"]',
      'skip_final_snapshot',
      'no resource',
    ],
    [`${publishing}@production`, 'aws_docdb_cluster.shared_cluster', 'deletion_protection', true],
    [`${publishing}@production`, 'aws_docdb_cluster.shared_cluster', 'backup_retention_period', 5],
    [`${publishing}@staging`, 'aws_docdb_cluster.shared_cluster', 'backup_retention_period', 1],
    [
      `${publishing}@production`,
      'aws_docdb_cluster.licensify_cluster',
      'deletion_protection',
      'absent',
    ],
    [
      `${publishing}@staging`,
      'aws_docdb_cluster.licensify_cluster_clone[0]',
      'backup_retention_period',
      1,
    ],
    [
      `${publishing}@production`,
      'aws_docdb_cluster.licensify_cluster_clone[0]',
      'backup_retention_period',
      'no resource',
    ],
    [
      `${govuk}/neptune@integration`,
      'aws_neptune_cluster.this["ai_accelerator"]',
      'deletion_protection',
      true,
    ],
    [
      `${govuk}/neptune@integration`,
      'aws_neptune_cluster.this["ai_accelerator"]',
      'backup_retention_period',
      'absent',
    ],
    [
      `${govuk}/cluster-infrastructure@integration`,
      'aws_secretsmanager_secret.grafana_db[0]',
      'recovery_window_in_days',
      0,
    ],
    [
      `${govuk}/cluster-infrastructure@production`,
      'aws_secretsmanager_secret.grafana_db[0]',
      'recovery_window_in_days',
      7,
    ],
    [
      `${govuk}/cluster-infrastructure@staging`,
      'module.grafana_db[0].aws_rds_cluster.this',
      'backup_retention_period',
      1,
    ],
    [
      `${govuk}/gcp-gov-graph@production`,
      'google_storage_bucket.repository',
      'name',
      'govuk-knowledge-graph-repository',
    ],
    [
      `${govuk}/gcp-gov-graph@production`,
      'google_storage_bucket.repository',
      'force_destroy',
      false,
    ],
    [`${govuk}/gcp-gov-graph@staging`, 'google_project.project', 'prevent_destroy', true],
    [
      `${govuk}/search-api-v2@production`,
      'google_bigquery_table.binary',
      'deletion_protection',
      false,
    ],
    [
      `${govuk}/search-api-v2@production`,
      'google_bigquery_dataset.automated_evaluation_input',
      'delete_contents_on_destroy',
      true,
    ],
  ]),
  read('meepleAi-app/meepleai-monorepo', 'cbbeeba5932b19b6cf8f3ca6ac78d9a9e90c22e2', [
    [meeple, 'aws_db_instance.meepleai_db', 'backup_retention_period', 7],
    [meeple, 'aws_db_instance.meepleai_db', 'deletion_protection', 'absent'],
    [meeple, 'aws_db_instance.meepleai_db', 'allocated_storage', 100],
    [meeple, 'aws_s3_bucket.db_backups', 'bucket', 'meepleai-db-backups-production'],
  ]),
  read('terraform-aws-modules/terraform-aws-rds', 'fa183b6b36204913fac1219d09b4979c1e60443a', [
    // What an example makes of the module that it shows is nobody's database, and nobody asks the wrapper for one.
    [
      'examples/complete-postgres',
      'module.db.module.db_instance.aws_db_instance.this[0]',
      'deletion_protection',
      'no resource',
    ],
    [
      'wrappers',
      'module.wrapper.module.db_instance.aws_db_instance.this[0]',
      'deletion_protection',
      'no resource',
    ],
  ]),
];
