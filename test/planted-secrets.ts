import { addressWith, type NewSecret, whatRuns } from './planted-programs.ts';

/**
 * Files as people write them, one kind of reader each, with a secret where secrets stand in such files. `secret` gives another one at each call, so that
 * whatever comes back out says which file it came from. Each file also says something that is understood: a reader that skips the file proves nothing.
 */
export function plantedFiles(secret: NewSecret): Readonly<Record<string, string>> {
  return { ...deployment(secret), ...whatRuns(secret) };
}

/** What says where data is kept, and what is deployed with which settings. */
function deployment(secret: NewSecret): Readonly<Record<string, string>> {
  const address = addressWith(secret);
  return {
    'infra/main.tf': `terraform {
  backend "s3" {
    bucket     = "ferries-state"
    key        = "production/terraform.tfstate"
    access_key = "${secret()}"
  }
}
provider "aws" {
  region     = "eu-north-1"
  secret_key = "${secret()}"
}
variable "db_password" {
  default = "${secret()}"
}
locals {
  url = "${address('tf')}"
}
resource "aws_db_instance" "tickets" {
  identifier          = "tickets-production"
  engine              = "postgres"
  username            = "owner"
  password            = "${secret()}"
  snapshot_identifier = var.db_password
  skip_final_snapshot = true
  tags = { owner = var.db_password }
}
resource "aws_iam_access_key" "ci" {
  user = "ci"
}
resource "null_resource" "restore" {
  provisioner "local-exec" {
    command = "PGPASSWORD=${secret()} psql -c 'drop database ferries'"
  }
}
output "password" {
  value = var.db_password
}
`,
    'infra/production.tfvars': `db_password = "${secret()}"\ndatabase_url = "${address('tfvars')}"\n`,
    'infra/production.auto.tfvars.json': JSON.stringify({
      db_password: secret(),
      database_url: address('tfvars-json'),
    }),
    'infra/terraform.tfstate': JSON.stringify({
      version: 4,
      terraform_version: '1.9.0',
      serial: 3,
      outputs: { password: { value: secret(), type: 'string', sensitive: true } },
      resources: [
        {
          mode: 'managed',
          type: 'aws_db_instance',
          name: 'tickets',
          provider: 'provider["registry.terraform.io/hashicorp/aws"]',
          instances: [
            {
              attributes: {
                address: 'tickets.ferries-host.net',
                endpoint: 'tickets.ferries-host.net:5432',
                port: 5432,
                engine: 'postgres',
                username: 'owner',
                password: secret(),
                id: 'tickets',
              },
            },
          ],
        },
        {
          mode: 'managed',
          type: 'random_password',
          name: 'database',
          provider: 'provider["registry.terraform.io/hashicorp/random"]',
          instances: [{ attributes: { result: secret(), length: 20 } }],
        },
      ],
    }),
    'stacks/production/template.yaml': `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Password:
    Type: String
    NoEcho: true
    Default: ${secret()}
Resources:
  Tickets:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: tickets-production
      Engine: postgres
      MasterUsername: owner
      MasterUserPassword: ${secret()}
      Tags:
        - Key: seed
          Value: !Ref Password
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          DATABASE_URL: ${address('template')}
          DB_PASSWORD: !Sub "\${Password}"
`,
    'stacks/production/parameters.json': JSON.stringify([
      { ParameterKey: 'Password', ParameterValue: secret() },
    ]),
    'sam/template.yaml': `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Parameters:
  Password: { Type: String }
Resources:
  Tickets:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: !Sub "tickets-\${Password}" }
`,
    'sam/samconfig.toml': `version = 0.1\n[production.deploy.parameters]\nstack_name = "tickets-production"\nparameter_overrides = "Password=${secret()}"\n`,
    'serverless.yml': `service: tickets
provider:
  name: aws
  stage: production
  environment:
    DB_PASSWORD: ${secret()}
    DATABASE_URL: ${address('serverless')}
resources:
  Resources:
    Tickets:
      Type: AWS::RDS::DBInstance
      Properties:
        Engine: postgres
        MasterUserPassword: \${self:provider.environment.DB_PASSWORD}
`,
    'cdk/cdk.json': JSON.stringify({ app: 'npx tsx bin/app.ts', context: { password: secret() } }),
    'cdk/bin/app.ts': `import { App, SecretValue, Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
const password = '${secret()}';
const app = new App();
const stack = new Stack(app, 'tickets-production', { env: { account: '111122223333', region: 'eu-north-1' } });
new rds.DatabaseInstance(stack, 'Tickets', {
  engine: rds.DatabaseInstanceEngine.POSTGRES,
  credentials: rds.Credentials.fromPassword('owner', SecretValue.unsafePlainText(password)),
  databaseName: password,
  deletionProtection: false,
});
new s3.Bucket(stack, 'Archive' + process.env.SUFFIX, { bucketName: 'archive' });
`,
    'deploy/production/database.yaml': `apiVersion: v1
kind: Secret
metadata: { name: database, namespace: production }
stringData:
  POSTGRES_PASSWORD: ${secret()}
  DATABASE_URL: ${address('kube')}
data:
  PGPASSWORD: ${Buffer.from(secret()).toString('base64')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: production }
data:
  settings.ini: |
    [database]
    password = ${secret()}
    url = ${address('configmap')}
---
apiVersion: v1
kind: Service
metadata: { name: database, namespace: production }
spec: { selector: { app: database } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: database, namespace: production }
spec:
  template:
    metadata: { labels: { app: database } }
    spec:
      containers:
        - name: database
          image: postgres:17
          env:
            - { name: POSTGRES_PASSWORD, value: ${secret()} }
          args: ["-c", "primary_conninfo=host=db password=${secret()}"]
          volumeMounts:
            - { name: data, mountPath: /var/lib/postgresql/data }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { resources: { requests: { storage: 20Gi } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: dump, namespace: production }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: dump
              image: postgres:17
              envFrom: [{ secretRef: { name: database } }]
              env:
                - { name: AWS_SECRET_ACCESS_KEY, value: ${secret()} }
              command: ["sh", "-c", "PGPASSWORD=${secret()} pg_dump -h database -U owner ferries > /data/x.sql; curl -T /data/x.sql https://u:${secret()}@files.ferries-host.net/x"]
              volumeMounts: [{ name: data, mountPath: /data }]
          volumes: [{ name: data, persistentVolumeClaim: { claimName: data-database-0 } }]
`,
    'overlays/production/kustomization.yaml': `resources: [../../deploy/production]
namespace: production
secretGenerator:
  - name: database
    literals: ["POSTGRES_PASSWORD=${secret()}"]
`,
    'chart/Chart.yaml': 'apiVersion: v2\nname: tickets\nversion: 1.0.0\n',
    'chart/templates/database.yaml': `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: database }
spec:
  template:
    spec:
      containers:
        - name: database
          image: postgres:17
          env:
            - { name: POSTGRES_PASSWORD, value: {{ .Values.postgresql.auth.password }} }
          volumeMounts:
            - { name: data, mountPath: /var/lib/postgresql/data }
      volumes:
        - { name: data, persistentVolumeClaim: { claimName: {{ .Values.postgresql.persistence.existingClaim }} } }
`,
    'chart/values-production.yaml': `postgresql:\n  auth:\n    password: ${secret()}\n    postgresPassword: ${secret()}\n  persistence: { existingClaim: tickets }\nexternalDatabase:\n  host: db.ferries-host.net\n  password: ${secret()}\n`,
    'compose.production.yaml': `services:
  database:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: ${secret()}
    command: postgres -c primary_conninfo='password=${secret()}'
    volumes: ["data:/var/lib/postgresql/data"]
  dump:
    image: postgres:17
    environment:
      PGPASSWORD: ${secret()}
      DATABASE_URL: ${address('compose')}
    command: sh -c "pg_dump ${address('compose-dump')} | curl -T - https://u:${secret()}@files.ferries-host.net/x"
volumes:
  data: {}
`,
    'render.yaml': `databases:
  - name: tickets-production
services:
  - type: web
    name: web
    envVars:
      - { key: DATABASE_URL, value: "${address('render')}" }
      - { key: DB_PASSWORD, value: ${secret()} }
    preDeployCommand: PGPASSWORD=${secret()} psql -c 'drop schema public cascade'
`,
    'fly.production.toml': `app = "tickets-production"\n[env]\nDATABASE_URL = "${address('fly')}"\nDB_PASSWORD = "${secret()}"\n[deploy]\nrelease_command = "PGPASSWORD=${secret()} psql -c 'drop schema public cascade'"\n[mounts]\nsource = "data"\ndestination = "/data"\n`,
    'app.json': JSON.stringify({
      name: 'tickets',
      addons: ['heroku-postgresql'],
      env: { DATABASE_URL: address('heroku'), DB_PASSWORD: { value: secret() } },
      scripts: { postdeploy: `PGPASSWORD=${secret()} psql -c 'drop schema public cascade'` },
    }),
    'wrangler.toml': `name = "tickets"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "tickets"\ndatabase_id = "3f1c5d0e-6f5a-4b52-9a83-5d2f5e0b6c11"\n[vars]\nDB_PASSWORD = "${secret()}"\nDATABASE_URL = "${address('wrangler')}"\n`,
    '.do/app.yaml': `name: tickets\ndatabases: [{ name: tickets, production: true, engine: PG }]\nservices:\n  - name: web\n    envs:\n      - { key: DATABASE_URL, value: "${address('do')}" }\n      - { key: DB_PASSWORD, value: ${secret()} }\n`,
    'config/deploy.yml': `service: tickets\nimage: ferries/tickets\nservers: [db.ferries-host.net]\nregistry: { username: u, password: ${secret()} }\nenv:\n  clear:\n    DATABASE_URL: ${address('kamal')}\n    DB_PASSWORD: ${secret()}\naccessories:\n  db:\n    image: postgres:17\n    host: db.ferries-host.net\n    env: { clear: { POSTGRES_PASSWORD: ${secret()} } }\n    directories: ["data:/var/lib/postgresql/data"]\n`,
    'netlify.toml': `[context.production.environment]\nDATABASE_URL = "${address('netlify')}"\nDB_PASSWORD = "${secret()}"\n[build]\ncommand = "PGPASSWORD=${secret()} psql -c 'drop schema public cascade'"\n`,
    'config/database.yml': `production:\n  adapter: postgresql\n  host: rails.ferries-host.net\n  database: ferries\n  username: owner\n  password: ${secret()}\nstaging:\n  url: ${address('rails')}\n`,
    'src/main/resources/application-production.properties': `spring.datasource.url=jdbc:postgresql://spring.ferries-host.net:5432/ferries?user=owner&password=${secret()}\nspring.datasource.password=${secret()}\n`,
    'src/main/resources/application-staging.yml': `spring:\n  datasource:\n    url: jdbc:postgresql://spring-staging.ferries-host.net:5432/ferries\n    username: owner\n    password: ${secret()}\n`,
    'api/appsettings.Production.json': JSON.stringify({
      ConnectionStrings: {
        Default: `Host=net.ferries-host.net;Database=ferries;Username=owner;Password=${secret()}`,
        Sql: `Server=tcp:sql.ferries-host.net,1433;Initial Catalog=ferries;User ID=owner;Password=${secret()};`,
      },
    }),
    'knexfile.js': `module.exports = { production: { client: 'pg', connection: { host: 'knex.ferries-host.net', user: 'owner', password: '${secret()}', database: 'ferries' } }, staging: { client: 'pg', connection: '${address('knex')}' } };\n`,
    'ferries/settings/production.py': `DATABASES = {\n    'default': {\n        'ENGINE': 'django.db.backends.postgresql',\n        'NAME': 'ferries',\n        'HOST': 'django.ferries-host.net',\n        'USER': 'owner',\n        'PASSWORD': '${secret()}',\n    },\n    'url': dj_database_url.parse('${address('django')}'),\n}\n`,
  };
}
