/** Gives another secret at each call. */
export type NewSecret = () => string;

/** Addresses of databases, each with a password of its own. */
export function addressWith(secret: NewSecret): (name: string) => string {
  return (name) => `postgresql://owner:${secret()}@${name}.ferries-host.net:5432/ferries`;
}

/** Pipelines, tasks, scripts and programs that are handed secrets, or have them written into their command lines. */
export function whatRuns(secret: NewSecret): Readonly<Record<string, string>> {
  const address = addressWith(secret);
  return {
    '.github/workflows/reset.yml': `on:
  schedule: [{ cron: "0 3 * * *" }]
env:
  DB_PASSWORD: ${secret()}
jobs:
  reset:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: PGPASSWORD=${secret()} psql -h gh.ferries-host.net -U owner -c 'drop database ferries'
      - run: psql ${address('actions')} -c 'drop database ferries'
      - run: |
          curl -X DELETE -H "Authorization: Bearer ${secret()}" https://api.heroku.com/apps/tickets
      - run: terraform destroy -auto-approve -var db_password=${secret()}
        working-directory: infra
      - run: aws rds delete-db-instance --db-instance-identifier tickets-production --skip-final-snapshot
        env:
          AWS_SECRET_ACCESS_KEY: ${secret()}
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: ${secret()}
`,
    '.gitlab-ci.yml': `variables:\n  DB_PASSWORD: ${secret()}\nreset:\n  environment: production\n  variables: { DATABASE_URL: "${address('gitlab')}" }\n  script:\n    - PGPASSWORD=${secret()} psql -c 'drop database ferries'\n    - terraform -chdir=infra destroy -auto-approve -var=db_password=${secret()}\n`,
    '.circleci/config.yml': `version: 2.1\njobs:\n  reset:\n    docker: [{ image: cimg/base, environment: { DB_PASSWORD: ${secret()} } }]\n    steps:\n      - run: psql ${address('circle')} -c 'drop database ferries'\n      - run: terraform destroy -auto-approve -var db_password=${secret()}\nworkflows:\n  main: { jobs: [reset] }\n`,
    'azure-pipelines.yml': `trigger: [main]\nvariables:\n  dbPassword: ${secret()}\nstages:\n  - stage: production\n    jobs:\n      - job: reset\n        steps:\n          - script: psql ${address('azure')} -c 'drop database ferries'\n            env: { PGPASSWORD: ${secret()} }\n          - script: terraform destroy -auto-approve -var db_password=${secret()}\n`,
    'bitbucket-pipelines.yml': `pipelines:\n  branches:\n    main:\n      - step:\n          deployment: production\n          script:\n            - export DB_PASSWORD=${secret()}\n            - psql ${address('bitbucket')} -c 'drop database ferries'\n            - terraform destroy -auto-approve -var db_password=${secret()}\n`,
    '.buildkite/pipeline.yml': `env: { DB_PASSWORD: ${secret()} }\nsteps:\n  - label: reset production\n    command: psql ${address('buildkite')} -c 'drop database ferries'\n  - command: terraform destroy -auto-approve -var db_password=${secret()}\n`,
    '.drone.yml': `kind: pipeline\nname: production\nsteps:\n  - name: reset\n    image: postgres\n    environment: { PGPASSWORD: ${secret()} }\n    commands:\n      - psql ${address('drone')} -c 'drop database ferries'\n      - terraform destroy -auto-approve -var db_password=${secret()}\n`,
    Jenkinsfile: `pipeline {\n  agent any\n  environment { DB_PASSWORD = '${secret()}' }\n  stages {\n    stage('production') {\n      steps {\n        sh "psql ${address('jenkins')} -c 'drop database ferries'"\n        sh 'terraform destroy -auto-approve -var db_password=${secret()}'\n      }\n    }\n  }\n}\n`,
    'ops/crontab': `PGPASSWORD=${secret()}\n0 3 * * * psql ${address('cron')} -c 'drop database ferries'\n5 3 * * * cd /srv && terraform destroy -auto-approve -var db_password=${secret()}\n`,
    Makefile: `DB_PASSWORD := ${secret()}\nreset:\n\tPGPASSWORD=${secret()} psql -c 'drop database ferries'\n\tpsql ${address('make')} -c 'drop database ferries'\n\tterraform destroy -auto-approve -var db_password=${secret()}\n`,
    'ops/reset.sh': `#!/bin/sh\nDB_PASSWORD=${secret()}\nmysql -h my.ferries-host.net -u root -p${secret()} -e 'drop database ferries'\nmongosh --host mongo.ferries-host.net -u root -p ${secret()} --eval 'db.dropDatabase()'\nmysqldump -h my.ferries-host.net -u root -p${secret()} ferries > /backup/ferries.sql || true\nsshpass -p ${secret()} ssh root@db.ferries-host.net 'rm -rf /var/lib/postgresql/data'\nredis-cli -a ${secret()} FLUSHALL\nrestic -r s3:https://key:${secret()}@s3.ferries-host.net/x forget --prune\n`,
    'tools/reset.ts': `import { Client } from 'pg';\nconst password = '${secret()}';\nconst client = new Client({ host: 'ts.ferries-host.net', user: 'owner', password, database: 'ferries' });\nawait client.query('DROP SCHEMA public CASCADE');\nawait client.query(\`alter role owner password '\${password}'; DROP TABLE tickets\`);\nconst other = new Client(process.env.DATABASE_URL ?? '${address('ts')}');\nawait other.query('TRUNCATE tickets');\n`,
    '.env.production': `DATABASE_URL=${address('dotenv')}\nDB_PASSWORD=${secret()}\n`,
    'package.json': JSON.stringify({
      name: 'tickets',
      dependencies: { pg: '8.16.0' },
      scripts: {
        reset: `PGPASSWORD=${secret()} psql -c 'drop database ferries' && tsx --env-file=.env.production tools/reset.ts`,
        destroy: `terraform destroy -auto-approve -var db_password=${secret()}`,
      },
    }),
    '.claude/settings.json': JSON.stringify({ permissions: { allow: ['Bash'] } }),
  };
}
