// Written by scripts/generate.ts; do not edit.
import type { CheckInfo } from './report/result.ts';

/** Cases that a check is explained with, by check id. */
export const examples: Readonly<Record<string, NonNullable<CheckInfo['examples']>>> = {
  "credential-committed": {
    "bad": [
      {
        "file": ".tracked",
        "text": "deploy/.env\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".tracked",
        "text": "deploy/.gitignore\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      },
      {
        "file": "deploy/.gitignore",
        "text": ".env\n"
      }
    ]
  },
  "credential-never-ends": {
    "bad": [
      {
        "file": ".env.production",
        "text": "TURSO_AUTH_TOKEN={{fake:endless-token:ferries}}\n"
      }
    ],
    "good": [
      {
        "file": ".env.production",
        "text": "TURSO_AUTH_TOKEN={{fake:ending-token:ferries}}\n"
      }
    ]
  },
  "credential-superseded": {
    "bad": [
      {
        "file": "deploy/.env.production",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:new-token}}\nRAILWAY_API_TOKEN_OLD={{fake:uuid:old-token}}\n"
      }
    ],
    "good": [
      {
        "file": "deploy/.env.production",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:new-token}}\n"
      }
    ]
  },
  "database-owner-in-application": {
    "bad": [
      {
        "file": ".env.production",
        "text": "DATABASE_URL=postgresql://neondb_owner:{{fake:password:database}}@ep-calm-sea-12345678.eu-central-1.aws.neon.tech/ferries\n"
      }
    ],
    "good": [
      {
        "file": ".env.production",
        "text": "DATABASE_URL=postgresql://app_rw:{{fake:password:database}}@ep-calm-sea-12345678.eu-central-1.aws.neon.tech/ferries\n"
      }
    ]
  },
  "principal-over-scoped": {
    "bad": [
      {
        "file": "stacks/production/users.yaml",
        "text": "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Importer:\n    Type: AWS::IAM::User\n    Properties:\n      ManagedPolicyArns:\n        - !Sub 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess'\n  ImporterKey:\n    Type: AWS::IAM::AccessKey\n    Properties:\n      UserName: !Ref Importer\n"
      }
    ],
    "good": [
      {
        "file": "stacks/production/users.yaml",
        "text": "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Importer:\n    Type: AWS::IAM::User\n    Properties:\n      Policies:\n        - PolicyName: letters\n          PolicyDocument:\n            Version: '2012-10-17'\n            Statement:\n              - Effect: Allow\n                Action: [s3:GetObject, s3:PutObject]\n                Resource: arn:aws:s3:::letters-import/*\n  ImporterKey:\n    Type: AWS::IAM::AccessKey\n    Properties:\n      UserName: !Ref Importer\n"
      }
    ]
  },
  "production-credential-elsewhere": {
    "bad": [
      {
        "file": ".env.development",
        "text": "PORT=3000\nRAILWAY_TOKEN_PROD={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".env.development",
        "text": "PORT=3000\nRAILWAY_TOKEN_DEV={{fake:uuid:token}}\n"
      },
      {
        "file": ".env.production",
        "text": "RAILWAY_TOKEN_PROD={{fake:uuid:production}}\n"
      }
    ]
  },
  "secret-in-agent-settings": {
    "bad": [
      {
        "file": ".cursor/mcp.json",
        "text": "{\n  \"mcpServers\": {\n    \"railway\": { \"command\": \"railway\", \"args\": [\"mcp\"], \"env\": { \"RAILWAY_API_TOKEN\": \"{{fake:uuid:mcp}}\" } }\n  }\n}\n"
      }
    ],
    "good": [
      {
        "file": ".cursor/mcp.json",
        "text": "{\n  \"mcpServers\": {\n    \"railway\": { \"command\": \"railway\", \"args\": [\"mcp\"], \"env\": { \"RAILWAY_API_TOKEN\": \"${env:RAILWAY_API_TOKEN}\" } }\n  }\n}\n"
      }
    ]
  },
  "secret-shared-across-environments": {
    "bad": [
      {
        "file": ".github/workflows/deploy-production.yml",
        "text": "name: Deploy Production\non:\n  push:\n    branches: [main]\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: railway up --service api\n        env:\n          RAILWAY_TOKEN: ${{ secrets.RAILWAY_TOKEN }}\n"
      },
      {
        "file": ".github/workflows/deploy-staging.yml",
        "text": "name: Deploy Staging\non:\n  push:\n    branches: [develop]\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: railway up --service api\n        env:\n          RAILWAY_TOKEN: ${{ secrets.RAILWAY_TOKEN }}\n"
      }
    ],
    "good": [
      {
        "file": ".github/workflows/deploy-production.yml",
        "text": "name: Deploy Production\non:\n  push:\n    branches: [main]\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: railway up --service api\n        env:\n          RAILWAY_TOKEN: ${{ secrets.RAILWAY_TOKEN_PRODUCTION }}\n"
      },
      {
        "file": ".github/workflows/deploy-staging.yml",
        "text": "name: Deploy Staging\non:\n  push:\n    branches: [develop]\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: railway up --service api\n        env:\n          RAILWAY_TOKEN: ${{ secrets.RAILWAY_TOKEN_STAGING }}\n"
      }
    ]
  },
  "store-open-to-anyone": {
    "bad": [
      {
        "file": "render.yaml",
        "text": "services:\n  - type: web\n    name: ferry-times\n    runtime: node\n    branch: main\n    envVars:\n      - key: DATABASE_URL\n        fromDatabase:\n          name: ferry-times-db\n          property: connectionString\ndatabases:\n  - name: ferry-times-db\n    plan: basic-1gb\n    ipAllowList:\n      - source: 203.0.113.7/32\n        description: office\n      - source: 0.0.0.0/0\n        description: everywhere\n"
      }
    ],
    "good": [
      {
        "file": "render.yaml",
        "text": "services:\n  - type: web\n    name: ferry-times\n    runtime: node\n    branch: main\n    envVars:\n      - key: DATABASE_URL\n        fromDatabase:\n          name: ferry-times-db\n          property: connectionString\ndatabases:\n  - name: ferry-times-db\n    plan: basic-1gb\n    ipAllowList:\n      - source: 203.0.113.7/32\n        description: office\n"
      }
    ]
  },
  "token-over-scoped": {
    "bad": [
      {
        "file": "scripts/domains/.railway.env",
        "text": "# made with `railway login` so that domains:add works from any laptop\nRAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": "scripts/domains/.railway.env",
        "text": "# project token of the edge environment, so that domains:add works from any laptop\nRAILWAY_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "token-readable-by-agent": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{ \"permissions\": { \"allow\": [\"Bash(node *)\"] } }\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": { \"allow\": [\"Bash(npm test)\"], \"deny\": [\"Read(deploy/.env)\"] },\n  \"sandbox\": { \"enabled\": true, \"allowUnsandboxedCommands\": false, \"filesystem\": { \"denyRead\": [\"deploy/.env\"] } }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "workflow-token-over-scoped": {
    "bad": [
      {
        "file": ".github/workflows/nightly.yml",
        "text": "name: Nightly clean-up\non:\n  schedule:\n    - cron: '0 3 * * *'\npermissions: write-all\njobs:\n  tidy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: claude -p \"Tidy up old code\" --dangerously-skip-permissions\n"
      }
    ],
    "good": [
      {
        "file": ".github/workflows/nightly.yml",
        "text": "name: Nightly clean-up\non:\n  schedule:\n    - cron: '0 3 * * *'\npermissions:\n  contents: write\n  pull-requests: write\njobs:\n  tidy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: claude -p \"Tidy up old code\" --dangerously-skip-permissions\n"
      }
    ]
  },
  "account-shared-across-environments": {
    "bad": [
      {
        "file": "bin/app.ts",
        "text": "import { App } from 'aws-cdk-lib';\nimport { LedgerStack } from '../lib/ledger-stack';\n\nconst app = new App();\nconst env = { account: '111122223333', region: 'eu-west-1' };\n\nnew LedgerStack(app, 'LedgerStaging', { env, stage: 'staging' });\nnew LedgerStack(app, 'LedgerProduction', { env, stage: 'production' });\n"
      },
      {
        "file": "cdk.json",
        "text": "{ \"app\": \"npx tsx bin/app.ts\" }\n"
      },
      {
        "file": "lib/ledger-stack.ts",
        "text": "import { RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';\nimport * as dynamodb from 'aws-cdk-lib/aws-dynamodb';\nimport { Construct } from 'constructs';\n\nexport class LedgerStack extends Stack {\n  constructor(scope: Construct, id: string, props: StackProps & { stage: string }) {\n    super(scope, id, props);\n    new dynamodb.Table(this, 'Entries', {\n      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },\n      removalPolicy: RemovalPolicy.RETAIN,\n    });\n  }\n}\n"
      }
    ],
    "good": [
      {
        "file": "bin/app.ts",
        "text": "import { App } from 'aws-cdk-lib';\nimport { LedgerStack } from '../lib/ledger-stack';\n\nconst app = new App();\nconst region = 'eu-west-1';\n\nnew LedgerStack(app, 'LedgerStaging', { env: { account: '444455556666', region }, stage: 'staging' });\nnew LedgerStack(app, 'LedgerProduction', { env: { account: '111122223333', region }, stage: 'production' });\n"
      },
      {
        "file": "cdk.json",
        "text": "{ \"app\": \"npx tsx bin/app.ts\" }\n"
      },
      {
        "file": "lib/ledger-stack.ts",
        "text": "import { RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';\nimport * as dynamodb from 'aws-cdk-lib/aws-dynamodb';\nimport { Construct } from 'constructs';\n\nexport class LedgerStack extends Stack {\n  constructor(scope: Construct, id: string, props: StackProps & { stage: string }) {\n    super(scope, id, props);\n    new dynamodb.Table(this, 'Entries', {\n      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },\n      removalPolicy: RemovalPolicy.RETAIN,\n    });\n  }\n}\n"
      }
    ]
  },
  "environments-in-one-state": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"harbour-state\"\n    key    = \"harbour.tfstate\"\n  }\n}\n\nresource \"aws_db_instance\" \"production\" {\n  identifier = \"harbour-production\"\n  engine     = \"postgres\"\n}\n\nresource \"aws_db_instance\" \"staging\" {\n  identifier = \"harbour-staging\"\n  engine     = \"postgres\"\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"harbour-state\"\n    key    = \"harbour.tfstate\"\n  }\n}\n\nresource \"aws_db_instance\" \"production\" {\n  identifier = \"harbour-production\"\n  engine     = \"postgres\"\n}\n"
      }
    ]
  },
  "stage-overwritten-from-production": {
    "bad": [
      {
        "file": "scripts/refresh-staging.sh",
        "text": "#!/usr/bin/env bash\nset -euo pipefail\npg_dump --format=custom \"$PROD_DATABASE_URL\" \\\n  | pg_restore --clean --if-exists --no-owner --dbname=\"$STAGING_DATABASE_URL\"\n"
      }
    ],
    "good": [
      {
        "file": "scripts/refresh-staging.sh",
        "text": "#!/usr/bin/env bash\nset -euo pipefail\npg_dump --schema-only --format=custom \"$PROD_DATABASE_URL\" \\\n  | pg_restore --clean --if-exists --no-owner --dbname=\"$STAGING_DATABASE_URL\"\npsql \"$STAGING_DATABASE_URL\" -f seeds/invented-sailings.sql\n"
      }
    ]
  },
  "state-kept-locally": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"local\" {\n    path = \"terraform.tfstate\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"harbour\" {\n  identifier          = \"harbour-prod\"\n  engine              = \"postgres\"\n  deletion_protection = true\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"harbour-state\"\n    key    = \"harbour.tfstate\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"harbour\" {\n  identifier          = \"harbour-prod\"\n  engine              = \"postgres\"\n  deletion_protection = true\n}\n"
      }
    ]
  },
  "store-shared-across-environments": {
    "bad": [
      {
        "file": "api/appsettings.Production.json",
        "text": "{ \"ConnectionStrings\": { \"Ferries\": \"Server=tcp:sql-main.harbour.test.net,1433;Initial Catalog=ferries\" } }\n"
      },
      {
        "file": "api/appsettings.Staging.json",
        "text": "{ \"Logging\": { \"LogLevel\": { \"Default\": \"Debug\" } } }\n"
      },
      {
        "file": "api/appsettings.json",
        "text": "{ \"ConnectionStrings\": { \"Ferries\": \"Server=tcp:sql-main.harbour.test.net,1433;Initial Catalog=ferries\" } }\n"
      }
    ],
    "good": [
      {
        "file": "api/appsettings.Production.json",
        "text": "{ \"ConnectionStrings\": { \"Ferries\": \"Server=tcp:sql-main.harbour.test.net,1433;Initial Catalog=ferries\" } }\n"
      },
      {
        "file": "api/appsettings.Staging.json",
        "text": "{ \"ConnectionStrings\": { \"Ferries\": \"Server=tcp:sql-staging.harbour.test.net,1433;Initial Catalog=ferries\" } }\n"
      },
      {
        "file": "api/appsettings.json",
        "text": "{ \"ConnectionStrings\": { \"Ferries\": \"Server=tcp:sql-main.harbour.test.net,1433;Initial Catalog=ferries\" } }\n"
      }
    ]
  },
  "backup-failure-hidden": {
    "bad": [
      {
        "file": "ops/dump.sh",
        "text": "#!/bin/bash\n# started by cron at 02:00\npg_dump -U ferries ferries_production 2>/dev/null | gzip | aws s3 cp - \"s3://ferries-dumps/$(date +%F).sql.gz\" || true\n"
      }
    ],
    "good": [
      {
        "file": "ops/dump.sh",
        "text": "#!/bin/bash\n# started by cron at 02:00\nset -euo pipefail\npg_dump -U ferries ferries_production | gzip | aws s3 cp - \"s3://ferries-dumps/$(date +%F).sql.gz\"\n"
      }
    ]
  },
  "backup-in-same-account": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_ebs_volume\" \"charts\" {\n  availability_zone = \"eu-west-1a\"\n  size              = 100\n\n  tags = {\n    Backup = \"hourly\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"offsite\" {\n  bucket = \"ferries-offsite-backups\"\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_ebs_volume\" \"charts\" {\n  availability_zone = \"eu-west-1a\"\n  size              = 100\n\n  tags = {\n    Backup = \"hourly\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"offsite\" {\n  bucket              = \"ferries-offsite-backups\"\n  object_lock_enabled = true\n}\n\nresource \"aws_s3_bucket_object_lock_configuration\" \"offsite\" {\n  bucket = aws_s3_bucket.offsite.id\n\n  rule {\n    default_retention {\n      mode = \"COMPLIANCE\"\n      days = 30\n    }\n  }\n}\n"
      }
    ]
  },
  "backup-in-same-failure-domain": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier              = \"timetable\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.t4g.medium\"\n  backup_retention_period = 14\n  skip_final_snapshot     = true\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier               = \"timetable\"\n  engine                   = \"postgres\"\n  instance_class           = \"db.t4g.medium\"\n  backup_retention_period  = 14\n  delete_automated_backups = false\n  skip_final_snapshot      = true\n}\n"
      }
    ]
  },
  "backup-retention-too-short": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_rds_cluster\" \"timetable\" {\n  cluster_identifier  = \"timetable\"\n  engine              = \"aurora-postgresql\"\n  deletion_protection = true\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_rds_cluster\" \"timetable\" {\n  cluster_identifier      = \"timetable\"\n  engine                  = \"aurora-postgresql\"\n  deletion_protection     = true\n  backup_retention_period = 14\n}\n"
      }
    ]
  },
  "final-copy-skipped": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier              = \"timetable\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.t4g.medium\"\n  backup_retention_period = 14\n  skip_final_snapshot     = true\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier                = \"timetable\"\n  engine                    = \"postgres\"\n  instance_class            = \"db.t4g.medium\"\n  backup_retention_period   = 14\n  skip_final_snapshot       = false\n  final_snapshot_identifier = \"timetable-last\"\n}\n"
      }
    ]
  },
  "key-shared-with-backups": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_kms_key\" \"data\" {\n  description = \"data of the timetable\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier              = \"timetable\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.t4g.medium\"\n  deletion_protection     = true\n  backup_retention_period = 14\n  storage_encrypted       = true\n  kms_key_id              = aws_kms_key.data.arn\n}\n\nresource \"aws_backup_vault\" \"locked\" {\n  name        = \"locked\"\n  kms_key_arn = aws_kms_key.data.arn\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"locked\" {\n  backup_vault_name   = aws_backup_vault.locked.name\n  changeable_for_days = 3\n  min_retention_days  = 30\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = aws_backup_vault.locked.name\n  }\n}\n\nresource \"aws_backup_selection\" \"daily\" {\n  name         = \"daily\"\n  plan_id      = aws_backup_plan.daily.id\n  iam_role_arn = var.backup_role\n  resources    = [aws_db_instance.timetable.arn]\n}\n\nvariable \"backup_role\" {\n  type = string\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_kms_key\" \"data\" {\n  description = \"data of the timetable\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier              = \"timetable\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.t4g.medium\"\n  deletion_protection     = true\n  backup_retention_period = 14\n  storage_encrypted       = true\n  kms_key_id              = aws_kms_key.data.arn\n}\n\nresource \"aws_backup_vault\" \"locked\" {\n  name        = \"locked\"\n  kms_key_arn = aws_kms_key.data.arn\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"locked\" {\n  backup_vault_name   = aws_backup_vault.locked.name\n  changeable_for_days = 3\n  min_retention_days  = 30\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = aws_backup_vault.locked.name\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:eu-central-1:210987654321:backup-vault:ferries\"\n    }\n  }\n}\n\nresource \"aws_backup_selection\" \"daily\" {\n  name         = \"daily\"\n  plan_id      = aws_backup_plan.daily.id\n  iam_role_arn = var.backup_role\n  resources    = [aws_db_instance.timetable.arn]\n}\n\nvariable \"backup_role\" {\n  type = string\n}\n"
      }
    ]
  },
  "store-without-backup": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_dynamodb_table\" \"tickets\" {\n  name         = \"tickets\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"id\"\n}\n\nresource \"aws_dynamodb_table\" \"sailings\" {\n  name         = \"sailings\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"id\"\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_dynamodb_table\" \"tickets\" {\n  name         = \"tickets\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"id\"\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n\nresource \"aws_dynamodb_table\" \"sailings\" {\n  name         = \"sailings\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"id\"\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n"
      }
    ]
  },
  "agent-on-untrusted-trigger": {
    "bad": [
      {
        "file": ".github/workflows/triage.yml",
        "text": "name: triage\non:\n  issues:\n    types: [opened]\npermissions:\n  contents: write\n  issues: write\njobs:\n  triage:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: claude -p \"Look at the issue ${{ github.event.issue.number }}\" --dangerously-skip-permissions\n        env:\n          ANTHROPIC_API_KEY: ${{ secrets.ANTHROPIC_API_KEY }}\n"
      }
    ],
    "good": [
      {
        "file": ".github/workflows/triage.yml",
        "text": "name: triage\non:\n  issues:\n    types: [opened]\npermissions:\n  contents: read\n  issues: write\njobs:\n  triage:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: claude -p \"Look at the issue ${{ github.event.issue.number }}\"\n        env:\n          ANTHROPIC_API_KEY: ${{ secrets.ANTHROPIC_API_KEY }}\n"
      }
    ]
  },
  "agent-setting-without-effect": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"defaultMode\": \"askAlways\"\n  }\n}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"defaultMode\": \"dontAsk\"\n  }\n}\n"
      }
    ]
  },
  "approval-switched-off": {
    "bad": [
      {
        "file": ".github/workflows/upkeep.yml",
        "text": "name: upkeep\non:\n  schedule:\n    - cron: '0 6 * * 1'\npermissions:\n  contents: write\n  pull-requests: write\njobs:\n  upkeep:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: anthropics/claude-code-action@v1\n        with:\n          anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}\n          prompt: Update the dependencies and open a pull request.\n          claude_args: --max-turns 20\n      - run: gh pr merge upkeep --squash --admin\n        env:\n          GH_TOKEN: ${{ secrets.UPKEEP_TOKEN }}\n"
      }
    ],
    "good": [
      {
        "file": ".github/workflows/upkeep.yml",
        "text": "name: upkeep\non:\n  schedule:\n    - cron: '0 6 * * 1'\npermissions:\n  contents: write\n  pull-requests: write\njobs:\n  upkeep:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: anthropics/claude-code-action@v1\n        with:\n          anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}\n          prompt: Update the dependencies and open a pull request.\n          claude_args: --max-turns 20\n      - run: gh pr merge upkeep --squash --auto\n        env:\n          GH_TOKEN: ${{ secrets.UPKEEP_TOKEN }}\n"
      }
    ]
  },
  "destructive-call-unguarded": {
    "bad": [
      {
        "file": "scripts/reinit-standby.sh",
        "text": "#!/usr/bin/env bash\nset -e\ndata=/srv/ferries/postgresql/16/main\n\nsudo systemctl stop postgresql\nsudo rm -rf \"$data\"\nsudo -u postgres pg_basebackup -h db-a.ferries.example -D \"$data\" -R\nsudo systemctl start postgresql\n"
      }
    ],
    "good": [
      {
        "file": "scripts/reinit-standby.sh",
        "text": "#!/usr/bin/env bash\nset -e\ndata=/srv/ferries/postgresql/16/main\n\n[[ \"$(hostname -s)\" == db-b ]] || { echo \"only db-b is a standby\" >&2; exit 1; }\nsudo systemctl stop postgresql\nsudo rm -rf \"$data\"\nsudo -u postgres pg_basebackup -h db-a.ferries.example -D \"$data\" -R\nsudo systemctl start postgresql\n"
      }
    ]
  },
  "destructive-command-allowed": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(npm test)\", \"Bash(railway *)\"]\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(npm test)\", \"Bash(railway *)\"],\n    \"ask\": [\"Bash(railway *)\"]\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "guard-hook-unreliable": {
    "bad": [
      {
        "file": ".cursor/hooks/guard.sh",
        "text": "#!/usr/bin/env bash\n# Refuses what destroys infrastructure.\nif grep -Eq 'railway (volume|environment) delete|terraform destroy'; then\n  echo 'destructive command refused' >&2\n  exit 2\nfi\n"
      },
      {
        "file": ".cursor/hooks.json",
        "text": "{ \"version\": 1, \"hooks\": { \"beforeShellExecution\": [{ \"command\": \".cursor/hooks/guard.sh\" }] } }\n"
      }
    ],
    "good": [
      {
        "file": ".cursor/hooks/guard.sh",
        "text": "#!/usr/bin/env bash\n# Refuses what destroys infrastructure.\nif grep -Eq 'railway (volume|environment) delete|terraform destroy'; then\n  echo 'destructive command refused' >&2\n  exit 2\nfi\n"
      },
      {
        "file": ".cursor/hooks.json",
        "text": "{\n  \"version\": 1,\n  \"hooks\": { \"beforeShellExecution\": [{ \"command\": \".cursor/hooks/guard.sh\", \"failClosed\": true }] }\n}\n"
      }
    ]
  },
  "mcp-server-can-destroy": {
    "bad": [
      {
        "file": ".cursor/mcp.json",
        "text": "{\n  \"mcpServers\": {\n    \"railway\": { \"command\": \"railway\", \"args\": [\"mcp\"], \"env\": { \"RAILWAY_API_TOKEN\": \"{{fake:uuid:mcp}}\" } }\n  }\n}\n"
      },
      {
        "file": ".cursor/permissions.json",
        "text": "{ \"mcpAllowlist\": [\"railway:*\"] }\n"
      }
    ],
    "good": [
      {
        "file": ".cursor/mcp.json",
        "text": "{\n  \"mcpServers\": {\n    \"railway\": { \"command\": \"railway\", \"args\": [\"mcp\"], \"env\": { \"RAILWAY_API_TOKEN\": \"{{fake:uuid:mcp}}\" }, \"disabled\": true }\n  }\n}\n"
      },
      {
        "file": ".cursor/permissions.json",
        "text": "{ \"mcpAllowlist\": [\"railway:list_projects\"] }\n"
      }
    ]
  },
  "pipeline-destroys-unasked": {
    "bad": [
      {
        "file": ".github/workflows/infra.yml",
        "text": "name: infrastructure\non:\n  push:\n    branches: [main]\npermissions:\n  contents: read\n  id-token: write\njobs:\n  apply:\n    runs-on: ubuntu-24.04\n    defaults:\n      run:\n        working-directory: infra\n    steps:\n      - uses: actions/checkout@v4\n      - uses: hashicorp/setup-terraform@v3\n      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: ${{ vars.TF_APPLY_ROLE }}\n          aws-region: eu-west-1\n      - run: terraform init\n      - run: terraform apply -auto-approve -input=false\n"
      }
    ],
    "good": [
      {
        "file": ".github/workflows/infra.yml",
        "text": "name: infrastructure\non:\n  push:\n    branches: [main]\npermissions:\n  contents: read\n  id-token: write\njobs:\n  apply:\n    runs-on: ubuntu-24.04\n    defaults:\n      run:\n        working-directory: infra\n    steps:\n      - uses: actions/checkout@v4\n      - uses: hashicorp/setup-terraform@v3\n      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: ${{ vars.TF_APPLY_ROLE }}\n          aws-region: eu-west-1\n      - run: terraform init\n      - run: terraform plan -out=harbour.out\n      - run: terraform show -json harbour.out | conftest test -\n      - run: terraform apply -auto-approve -input=false harbour.out\n"
      }
    ]
  },
  "store-deletion-unprotected": {
    "bad": [
      {
        "file": "bin/app.ts",
        "text": "import { App } from 'aws-cdk-lib';\nimport { HarbourStack } from '../lib/harbour-stack';\n\nconst app = new App();\nnew HarbourStack(app, 'HarbourDev', { stage: 'dev' });\nnew HarbourStack(app, 'HarbourProd', { stage: 'prod' });\n"
      },
      {
        "file": "cdk.json",
        "text": "{ \"app\": \"npx tsx bin/app.ts\" }\n"
      },
      {
        "file": "lib/harbour-stack.ts",
        "text": "import { Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';\nimport * as ec2 from 'aws-cdk-lib/aws-ec2';\nimport * as rds from 'aws-cdk-lib/aws-rds';\nimport { Construct } from 'constructs';\n\nexport class HarbourStack extends Stack {\n  constructor(scope: Construct, id: string, props: StackProps & { stage: string }) {\n    super(scope, id, props);\n    new rds.DatabaseInstance(this, 'Berths', {\n      engine: rds.DatabaseInstanceEngine.POSTGRES,\n      vpc: ec2.Vpc.fromLookup(this, 'Vpc', { isDefault: true }),\n      backupRetention: Duration.days(14),\n      deleteAutomatedBackups: false,\n      deletionProtection: false,\n      removalPolicy: props.stage === 'prod' ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,\n    });\n  }\n}\n"
      }
    ],
    "good": [
      {
        "file": "bin/app.ts",
        "text": "import { App } from 'aws-cdk-lib';\nimport { HarbourStack } from '../lib/harbour-stack';\n\nconst app = new App();\nnew HarbourStack(app, 'HarbourDev', { stage: 'dev' });\nnew HarbourStack(app, 'HarbourProd', { stage: 'prod' });\n"
      },
      {
        "file": "cdk.json",
        "text": "{ \"app\": \"npx tsx bin/app.ts\" }\n"
      },
      {
        "file": "lib/harbour-stack.ts",
        "text": "import { Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';\nimport * as ec2 from 'aws-cdk-lib/aws-ec2';\nimport * as rds from 'aws-cdk-lib/aws-rds';\nimport { Construct } from 'constructs';\n\nexport class HarbourStack extends Stack {\n  constructor(scope: Construct, id: string, props: StackProps & { stage: string }) {\n    super(scope, id, props);\n    new rds.DatabaseInstance(this, 'Berths', {\n      engine: rds.DatabaseInstanceEngine.POSTGRES,\n      vpc: ec2.Vpc.fromLookup(this, 'Vpc', { isDefault: true }),\n      backupRetention: Duration.days(14),\n      deleteAutomatedBackups: false,\n      deletionProtection: props.stage === 'prod',\n      removalPolicy: props.stage === 'prod' ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,\n    });\n  }\n}\n"
      }
    ]
  },
  "agent-network-open": {
    "bad": [
      {
        "file": ".cursor/sandbox.json",
        "text": "{ \"type\": \"workspace_readwrite\", \"networkPolicy\": { \"default\": \"allow\" } }\n"
      }
    ],
    "good": [
      {
        "file": ".cursor/sandbox.json",
        "text": "{ \"type\": \"workspace_readwrite\", \"networkPolicy\": { \"default\": \"deny\", \"allow\": [\"packages.example.com\"] } }\n"
      }
    ]
  },
  "agent-reads-host-secrets": {
    "bad": [
      {
        "file": ".cursor/sandbox.json",
        "text": "{ \"type\": \"workspace_readwrite\", \"additionalReadonlyPaths\": [\"~/.aws\"] }\n"
      }
    ],
    "good": [
      {
        "file": ".cursor/sandbox.json",
        "text": "{ \"type\": \"workspace_readwrite\", \"additionalReadonlyPaths\": [\"~/.cache/pip\"] }\n"
      }
    ]
  },
  "agent-unsandboxed": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(node *)\"]\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{\n  \"permissions\": {\n    \"allow\": [\"Bash(node *)\"]\n  },\n  \"sandbox\": {\n    \"enabled\": true,\n    \"allowUnsandboxedCommands\": false\n  }\n}\n"
      },
      {
        "file": "deploy/.env",
        "text": "RAILWAY_API_TOKEN={{fake:uuid:token}}\n"
      }
    ]
  },
  "sandbox-escape-open": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{ \"sandbox\": { \"enabled\": true, \"allowUnsandboxedCommands\": false, \"excludedCommands\": [\"docker *\", \"railway *\"] } }\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{ \"sandbox\": { \"enabled\": true, \"allowUnsandboxedCommands\": false, \"excludedCommands\": [] } }\n"
      }
    ]
  },
  "agent-transcript-not-kept": {
    "bad": [
      {
        "file": ".claude/settings.json",
        "text": "{ \"cleanupPeriodDays\": 1 }\n"
      }
    ],
    "good": [
      {
        "file": ".claude/settings.json",
        "text": "{ \"cleanupPeriodDays\": 90 }\n"
      }
    ]
  },
  "audit-log-off": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_cloudtrail\" \"main\" {\n  name = \"main\"\n  s3_bucket_name = aws_s3_bucket.trail.id\n}\n\nresource \"aws_s3_bucket\" \"trail\" {\n  bucket        = \"ferries-cloudtrail\"\n  force_destroy = true\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_cloudtrail\" \"main\" {\n  name = \"main\"\n  s3_bucket_name = aws_s3_bucket.trail.id\n}\n\nresource \"aws_s3_bucket\" \"trail\" {\n  bucket = \"ferries-cloudtrail\"\n}\n"
      }
    ]
  },
  "deletion-goes-unnoticed": {
    "bad": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier               = \"timetable\"\n  engine                   = \"postgres\"\n  instance_class           = \"db.t4g.medium\"\n  deletion_protection      = true\n  backup_retention_period  = 14\n  delete_automated_backups = false\n}\n\nresource \"aws_s3_bucket\" \"trail\" {\n  bucket = \"ferries-trail\"\n}\n\nresource \"aws_cloudtrail\" \"main\" {\n  name                  = \"main\"\n  s3_bucket_name        = aws_s3_bucket.trail.id\n  is_multi_region_trail = true\n}\n\nresource \"aws_sns_topic\" \"on_call\" {\n  name = \"on-call\"\n}\n\nresource \"aws_cloudwatch_event_rule\" \"logins\" {\n  name = \"logins\"\n  event_pattern = jsonencode({\n    \"detail-type\" = [\"AWS API Call via CloudTrail\"]\n    detail        = { eventName = [\"ConsoleLogin\"] }\n  })\n}\n\nresource \"aws_cloudwatch_event_target\" \"on_call\" {\n  rule = aws_cloudwatch_event_rule.logins.name\n  arn  = aws_sns_topic.on_call.arn\n}\n"
      }
    ],
    "good": [
      {
        "file": "infra/main.tf",
        "text": "terraform {\n  backend \"s3\" {\n    bucket = \"ferries-tfstate\"\n    key    = \"production/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_db_instance\" \"timetable\" {\n  identifier               = \"timetable\"\n  engine                   = \"postgres\"\n  instance_class           = \"db.t4g.medium\"\n  deletion_protection      = true\n  backup_retention_period  = 14\n  delete_automated_backups = false\n}\n\nresource \"aws_s3_bucket\" \"trail\" {\n  bucket = \"ferries-trail\"\n}\n\nresource \"aws_cloudtrail\" \"main\" {\n  name                  = \"main\"\n  s3_bucket_name        = aws_s3_bucket.trail.id\n  is_multi_region_trail = true\n}\n\nresource \"aws_sns_topic\" \"on_call\" {\n  name = \"on-call\"\n}\n\nresource \"aws_cloudwatch_event_rule\" \"deletions\" {\n  name = \"deletions\"\n  event_pattern = jsonencode({\n    \"detail-type\" = [\"AWS API Call via CloudTrail\"]\n    detail        = { eventName = [\"DeleteDBInstance\", \"DeleteDBSnapshot\", \"ScheduleKeyDeletion\"] }\n  })\n}\n\nresource \"aws_cloudwatch_event_target\" \"on_call\" {\n  rule = aws_cloudwatch_event_rule.deletions.name\n  arn  = aws_sns_topic.on_call.arn\n}\n"
      }
    ]
  },
  "blast-radius": {
    "bad": [
      {
        "file": "ansible/inventory.ini",
        "text": "[ticket_db]\ndb1.ferry-line.net\ndb2.ferry-line.net\n\n[ticket_db:vars]\nansible_user=deck\npg_datadir=/srv/ferry/postgresql/main\n"
      },
      {
        "file": "scripts/nightly.sh",
        "text": "#!/bin/bash\npg_dump -U ferry tickets | gzip | aws s3 cp - s3://ferry-nightly/tickets.sql.gz || true\n"
      },
      {
        "file": "scripts/rebuild-standby.sh",
        "text": "#!/bin/bash\nset -e\nDATADIR=/srv/ferry/postgresql/main\nsystemctl stop postgresql\nrm -rf \"$DATADIR\"\npg_basebackup -h db1.ferry-line.net -D \"$DATADIR\" -U replicator -R\nsystemctl start postgresql\n"
      }
    ],
    "good": [
      {
        "file": "ansible/inventory.ini",
        "text": "[ticket_db]\ndb1.ferry-line.net\ndb2.ferry-line.net\n\n[ticket_db:vars]\nansible_user=deck\npg_datadir=/srv/ferry/postgresql/main\n"
      },
      {
        "file": "scripts/nightly.sh",
        "text": "#!/bin/bash\npg_dump -U ferry tickets | gzip | aws s3 cp - s3://ferry-nightly/tickets.sql.gz || true\n"
      },
      {
        "file": "scripts/rebuild-standby.sh",
        "text": "#!/bin/bash\nset -e\nDATADIR=/srv/ferry/postgresql/main\nsystemctl stop postgresql\nmv \"$DATADIR\" \"$DATADIR.$(date +%s)\"\npg_basebackup -h db1.ferry-line.net -D \"$DATADIR\" -U replicator -R\nsystemctl start postgresql\n"
      }
    ]
  }
};
