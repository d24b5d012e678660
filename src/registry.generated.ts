// Written by scripts/generate.ts; do not edit.
import type { AnyCheck } from './model/check.ts';
import type { Area } from './model/finding.ts';
import type { Collector, Format, ProviderPack } from './model/plugin.ts';
import { format as formatDockerfile } from './formats/dockerfile/format.ts';
import { format as formatDotenv } from './formats/dotenv/format.ts';
import { format as formatHcl } from './formats/hcl/format.ts';
import { format as formatJson } from './formats/json/format.ts';
import { format as formatMarkdown } from './formats/markdown/format.ts';
import { format as formatScript } from './formats/script/format.ts';
import { format as formatShell } from './formats/shell/format.ts';
import { format as formatText } from './formats/text/format.ts';
import { format as formatToml } from './formats/toml/format.ts';
import { format as formatYaml } from './formats/yaml/format.ts';
import { collector as collectorAnsible } from './collectors/ansible/collector.ts';
import { collector as collectorApiClients } from './collectors/api-clients/collector.ts';
import { collector as collectorAppConfig } from './collectors/app-config/collector.ts';
import { collector as collectorAtlantis } from './collectors/atlantis/collector.ts';
import { collector as collectorAwsCdk } from './collectors/aws-cdk/collector.ts';
import { collector as collectorAwsProfiles } from './collectors/aws-profiles/collector.ts';
import { collector as collectorAzurePipelines } from './collectors/azure-pipelines/collector.ts';
import { collector as collectorBicep } from './collectors/bicep/collector.ts';
import { collector as collectorBitbucketPipelines } from './collectors/bitbucket-pipelines/collector.ts';
import { collector as collectorBuildkite } from './collectors/buildkite/collector.ts';
import { collector as collectorCircleci } from './collectors/circleci/collector.ts';
import { collector as collectorCliLogins } from './collectors/cli-logins/collector.ts';
import { collector as collectorCloudformation } from './collectors/cloudformation/collector.ts';
import { collector as collectorClusterJobs } from './collectors/cluster-jobs/collector.ts';
import { collector as collectorCompose } from './collectors/compose/collector.ts';
import { collector as collectorConnectionUrls } from './collectors/connection-urls/collector.ts';
import { collector as collectorCredentialSweep } from './collectors/credential-sweep/collector.ts';
import { collector as collectorCrontab } from './collectors/crontab/collector.ts';
import { collector as collectorDatabaseLoginFiles } from './collectors/database-login-files/collector.ts';
import { collector as collectorDevContainer } from './collectors/dev-container/collector.ts';
import { collector as collectorDjangoSettings } from './collectors/django-settings/collector.ts';
import { collector as collectorDockerConfig } from './collectors/docker-config/collector.ts';
import { collector as collectorDockerHost } from './collectors/docker-host/collector.ts';
import { collector as collectorDotenv } from './collectors/dotenv/collector.ts';
import { collector as collectorDrone } from './collectors/drone/collector.ts';
import { collector as collectorGitHooks } from './collectors/git-hooks/collector.ts';
import { collector as collectorGithubActions } from './collectors/github-actions/collector.ts';
import { collector as collectorGitlabCi } from './collectors/gitlab-ci/collector.ts';
import { collector as collectorGoogleKeyFiles } from './collectors/google-key-files/collector.ts';
import { collector as collectorImageStart } from './collectors/image-start/collector.ts';
import { collector as collectorJenkins } from './collectors/jenkins/collector.ts';
import { collector as collectorKubeconfig } from './collectors/kubeconfig/collector.ts';
import { collector as collectorKubernetes } from './collectors/kubernetes/collector.ts';
import { collector as collectorKubernetesRbac } from './collectors/kubernetes-rbac/collector.ts';
import { collector as collectorNotebooks } from './collectors/notebooks/collector.ts';
import { collector as collectorPackageRegistries } from './collectors/package-registries/collector.ts';
import { collector as collectorPulumi } from './collectors/pulumi/collector.ts';
import { collector as collectorPythonPrograms } from './collectors/python-programs/collector.ts';
import { collector as collectorQuadlet } from './collectors/quadlet/collector.ts';
import { collector as collectorSavedLogins } from './collectors/saved-logins/collector.ts';
import { collector as collectorScripts } from './collectors/scripts/collector.ts';
import { collector as collectorShellHistory } from './collectors/shell-history/collector.ts';
import { collector as collectorShellScripts } from './collectors/shell-scripts/collector.ts';
import { collector as collectorSqlFiles } from './collectors/sql-files/collector.ts';
import { collector as collectorSst } from './collectors/sst/collector.ts';
import { collector as collectorStageClaims } from './collectors/stage-claims/collector.ts';
import { collector as collectorSystemd } from './collectors/systemd/collector.ts';
import { collector as collectorTaskRunners } from './collectors/task-runners/collector.ts';
import { collector as collectorTerraform } from './collectors/terraform/collector.ts';
import { collector as collectorTerraformState } from './collectors/terraform-state/collector.ts';
import { collector as collectorTerraformValues } from './collectors/terraform-values/collector.ts';
import { collector as agentAider } from './agents/aider/collector.ts';
import { collector as agentAmazonQ } from './agents/amazon-q/collector.ts';
import { collector as agentAmp } from './agents/amp/collector.ts';
import { collector as agentAntigravity } from './agents/antigravity/collector.ts';
import { collector as agentAugment } from './agents/augment/collector.ts';
import { collector as agentCiAgents } from './agents/ci-agents/collector.ts';
import { collector as agentClaudeCode } from './agents/claude-code/collector.ts';
import { collector as agentCline } from './agents/cline/collector.ts';
import { collector as agentCodex } from './agents/codex/collector.ts';
import { collector as agentContinue } from './agents/continue/collector.ts';
import { collector as agentCopilot } from './agents/copilot/collector.ts';
import { collector as agentCrush } from './agents/crush/collector.ts';
import { collector as agentCursor } from './agents/cursor/collector.ts';
import { collector as agentDevin } from './agents/devin/collector.ts';
import { collector as agentFactory } from './agents/factory/collector.ts';
import { collector as agentGeminiCli } from './agents/gemini-cli/collector.ts';
import { collector as agentGoose } from './agents/goose/collector.ts';
import { collector as agentGrok } from './agents/grok/collector.ts';
import { collector as agentJunie } from './agents/junie/collector.ts';
import { collector as agentKilo } from './agents/kilo/collector.ts';
import { collector as agentKimi } from './agents/kimi/collector.ts';
import { collector as agentKiro } from './agents/kiro/collector.ts';
import { collector as agentMistralVibe } from './agents/mistral-vibe/collector.ts';
import { collector as agentOpencode } from './agents/opencode/collector.ts';
import { collector as agentOpenhands } from './agents/openhands/collector.ts';
import { collector as agentQwen } from './agents/qwen/collector.ts';
import { collector as agentReplit } from './agents/replit/collector.ts';
import { collector as agentRoo } from './agents/roo/collector.ts';
import { collector as agentRovoDev } from './agents/rovo-dev/collector.ts';
import { collector as agentTrae } from './agents/trae/collector.ts';
import { collector as agentWarp } from './agents/warp/collector.ts';
import { collector as agentZed } from './agents/zed/collector.ts';
import { pack as packAirtable } from './providers/airtable/pack.ts';
import { pack as packAiven } from './providers/aiven/pack.ts';
import { pack as packAlembic } from './providers/alembic/pack.ts';
import { pack as packAlgolia } from './providers/algolia/pack.ts';
import { pack as packAlibabaCloud } from './providers/alibaba-cloud/pack.ts';
import { pack as packAmplify } from './providers/amplify/pack.ts';
import { pack as packAnsible } from './providers/ansible/pack.ts';
import { pack as packAnthropic } from './providers/anthropic/pack.ts';
import { pack as packAppwrite } from './providers/appwrite/pack.ts';
import { pack as packArigaAtlas } from './providers/ariga-atlas/pack.ts';
import { pack as packAtlassian } from './providers/atlassian/pack.ts';
import { pack as packAuth0 } from './providers/auth0/pack.ts';
import { pack as packAws } from './providers/aws/pack.ts';
import { pack as packAwsCdk } from './providers/aws-cdk/pack.ts';
import { pack as packAwsCopilot } from './providers/aws-copilot/pack.ts';
import { pack as packAwsSam } from './providers/aws-sam/pack.ts';
import { pack as packAzure } from './providers/azure/pack.ts';
import { pack as packBackblaze } from './providers/backblaze/pack.ts';
import { pack as packBitbucket } from './providers/bitbucket/pack.ts';
import { pack as packBorg } from './providers/borg/pack.ts';
import { pack as packBrowserMcp } from './providers/browser-mcp/pack.ts';
import { pack as packBuildkite } from './providers/buildkite/pack.ts';
import { pack as packCassandra } from './providers/cassandra/pack.ts';
import { pack as packCircleci } from './providers/circleci/pack.ts';
import { pack as packCivo } from './providers/civo/pack.ts';
import { pack as packClerk } from './providers/clerk/pack.ts';
import { pack as packCleverCloud } from './providers/clever-cloud/pack.ts';
import { pack as packClickhouseCloud } from './providers/clickhouse-cloud/pack.ts';
import { pack as packCloudflare } from './providers/cloudflare/pack.ts';
import { pack as packCloudnativePg } from './providers/cloudnative-pg/pack.ts';
import { pack as packCockroachdb } from './providers/cockroachdb/pack.ts';
import { pack as packConfluent } from './providers/confluent/pack.ts';
import { pack as packConsul } from './providers/consul/pack.ts';
import { pack as packConvex } from './providers/convex/pack.ts';
import { pack as packCoolify } from './providers/coolify/pack.ts';
import { pack as packCouchbase } from './providers/couchbase/pack.ts';
import { pack as packCratesIo } from './providers/crates-io/pack.ts';
import { pack as packCrunchyPostgres } from './providers/crunchy-postgres/pack.ts';
import { pack as packDatabaseMcp } from './providers/database-mcp/pack.ts';
import { pack as packDatabricks } from './providers/databricks/pack.ts';
import { pack as packDatadog } from './providers/datadog/pack.ts';
import { pack as packDbmate } from './providers/dbmate/pack.ts';
import { pack as packDesktopMcp } from './providers/desktop-mcp/pack.ts';
import { pack as packDiesel } from './providers/diesel/pack.ts';
import { pack as packDigitalocean } from './providers/digitalocean/pack.ts';
import { pack as packDirectus } from './providers/directus/pack.ts';
import { pack as packDiscord } from './providers/discord/pack.ts';
import { pack as packDjango } from './providers/django/pack.ts';
import { pack as packDocker } from './providers/docker/pack.ts';
import { pack as packDockerHub } from './providers/docker-hub/pack.ts';
import { pack as packDoctrine } from './providers/doctrine/pack.ts';
import { pack as packDokku } from './providers/dokku/pack.ts';
import { pack as packDoppler } from './providers/doppler/pack.ts';
import { pack as packDotenvx } from './providers/dotenvx/pack.ts';
import { pack as packDrizzle } from './providers/drizzle/pack.ts';
import { pack as packDrush } from './providers/drush/pack.ts';
import { pack as packDuckdb } from './providers/duckdb/pack.ts';
import { pack as packDuplicity } from './providers/duplicity/pack.ts';
import { pack as packEcto } from './providers/ecto/pack.ts';
import { pack as packElastic } from './providers/elastic/pack.ts';
import { pack as packElasticBeanstalk } from './providers/elastic-beanstalk/pack.ts';
import { pack as packElasticsearch } from './providers/elasticsearch/pack.ts';
import { pack as packEntityFramework } from './providers/entity-framework/pack.ts';
import { pack as packEnv0 } from './providers/env0/pack.ts';
import { pack as packExoscale } from './providers/exoscale/pack.ts';
import { pack as packFirebase } from './providers/firebase/pack.ts';
import { pack as packFly } from './providers/fly/pack.ts';
import { pack as packFlyway } from './providers/flyway/pack.ts';
import { pack as packGemini } from './providers/gemini/pack.ts';
import { pack as packGit } from './providers/git/pack.ts';
import { pack as packGithub } from './providers/github/pack.ts';
import { pack as packGitlab } from './providers/gitlab/pack.ts';
import { pack as packGolangMigrate } from './providers/golang-migrate/pack.ts';
import { pack as packGoogleCloud } from './providers/google-cloud/pack.ts';
import { pack as packGoose } from './providers/goose/pack.ts';
import { pack as packGrafana } from './providers/grafana/pack.ts';
import { pack as packHasura } from './providers/hasura/pack.ts';
import { pack as packHeroku } from './providers/heroku/pack.ts';
import { pack as packHetzner } from './providers/hetzner/pack.ts';
import { pack as packHubspot } from './providers/hubspot/pack.ts';
import { pack as packIbmCloud } from './providers/ibm-cloud/pack.ts';
import { pack as packInfisical } from './providers/infisical/pack.ts';
import { pack as packInfluxdb } from './providers/influxdb/pack.ts';
import { pack as packJfrog } from './providers/jfrog/pack.ts';
import { pack as packK8up } from './providers/k8up/pack.ts';
import { pack as packKafka } from './providers/kafka/pack.ts';
import { pack as packKamal } from './providers/kamal/pack.ts';
import { pack as packKeycloak } from './providers/keycloak/pack.ts';
import { pack as packKnex } from './providers/knex/pack.ts';
import { pack as packKopia } from './providers/kopia/pack.ts';
import { pack as packKubernetes } from './providers/kubernetes/pack.ts';
import { pack as packLaravel } from './providers/laravel/pack.ts';
import { pack as packLinear } from './providers/linear/pack.ts';
import { pack as packLinode } from './providers/linode/pack.ts';
import { pack as packLiquibase } from './providers/liquibase/pack.ts';
import { pack as packLonghorn } from './providers/longhorn/pack.ts';
import { pack as packMagento } from './providers/magento/pack.ts';
import { pack as packMariadbOperator } from './providers/mariadb-operator/pack.ts';
import { pack as packMeilisearch } from './providers/meilisearch/pack.ts';
import { pack as packMikroOrm } from './providers/mikro-orm/pack.ts';
import { pack as packMinio } from './providers/minio/pack.ts';
import { pack as packMongodb } from './providers/mongodb/pack.ts';
import { pack as packMongodbAtlas } from './providers/mongodb-atlas/pack.ts';
import { pack as packMysql } from './providers/mysql/pack.ts';
import { pack as packNats } from './providers/nats/pack.ts';
import { pack as packNeon } from './providers/neon/pack.ts';
import { pack as packNetlify } from './providers/netlify/pack.ts';
import { pack as packNewRelic } from './providers/new-relic/pack.ts';
import { pack as packNodePgMigrate } from './providers/node-pg-migrate/pack.ts';
import { pack as packNotion } from './providers/notion/pack.ts';
import { pack as packNpm } from './providers/npm/pack.ts';
import { pack as packNuget } from './providers/nuget/pack.ts';
import { pack as packOkta } from './providers/okta/pack.ts';
import { pack as packOnepassword } from './providers/onepassword/pack.ts';
import { pack as packOpenai } from './providers/openai/pack.ts';
import { pack as packOpensearch } from './providers/opensearch/pack.ts';
import { pack as packOpenstack } from './providers/openstack/pack.ts';
import { pack as packOracleCloud } from './providers/oracle-cloud/pack.ts';
import { pack as packOvh } from './providers/ovh/pack.ts';
import { pack as packPagerduty } from './providers/pagerduty/pack.ts';
import { pack as packPayload } from './providers/payload/pack.ts';
import { pack as packPercona } from './providers/percona/pack.ts';
import { pack as packPhinx } from './providers/phinx/pack.ts';
import { pack as packPinecone } from './providers/pinecone/pack.ts';
import { pack as packPlanetscale } from './providers/planetscale/pack.ts';
import { pack as packPostgres } from './providers/postgres/pack.ts';
import { pack as packPostman } from './providers/postman/pack.ts';
import { pack as packPrisma } from './providers/prisma/pack.ts';
import { pack as packPrismaPostgres } from './providers/prisma-postgres/pack.ts';
import { pack as packProxmoxBackup } from './providers/proxmox-backup/pack.ts';
import { pack as packPulsar } from './providers/pulsar/pack.ts';
import { pack as packPulumi } from './providers/pulumi/pack.ts';
import { pack as packPypi } from './providers/pypi/pack.ts';
import { pack as packQdrant } from './providers/qdrant/pack.ts';
import { pack as packRabbitmq } from './providers/rabbitmq/pack.ts';
import { pack as packRails } from './providers/rails/pack.ts';
import { pack as packRailway } from './providers/railway/pack.ts';
import { pack as packRclone } from './providers/rclone/pack.ts';
import { pack as packRedis } from './providers/redis/pack.ts';
import { pack as packRedisCloud } from './providers/redis-cloud/pack.ts';
import { pack as packRender } from './providers/render/pack.ts';
import { pack as packRestic } from './providers/restic/pack.ts';
import { pack as packRubygems } from './providers/rubygems/pack.ts';
import { pack as packS3Tools } from './providers/s3-tools/pack.ts';
import { pack as packScaleway } from './providers/scaleway/pack.ts';
import { pack as packScalingo } from './providers/scalingo/pack.ts';
import { pack as packSeaOrm } from './providers/sea-orm/pack.ts';
import { pack as packSendgrid } from './providers/sendgrid/pack.ts';
import { pack as packSentry } from './providers/sentry/pack.ts';
import { pack as packSequelize } from './providers/sequelize/pack.ts';
import { pack as packServerless } from './providers/serverless/pack.ts';
import { pack as packShopify } from './providers/shopify/pack.ts';
import { pack as packSlack } from './providers/slack/pack.ts';
import { pack as packSnowflake } from './providers/snowflake/pack.ts';
import { pack as packSops } from './providers/sops/pack.ts';
import { pack as packSpacelift } from './providers/spacelift/pack.ts';
import { pack as packSqlServer } from './providers/sql-server/pack.ts';
import { pack as packSqlalchemy } from './providers/sqlalchemy/pack.ts';
import { pack as packSqlite } from './providers/sqlite/pack.ts';
import { pack as packSqlx } from './providers/sqlx/pack.ts';
import { pack as packSsh } from './providers/ssh/pack.ts';
import { pack as packSst } from './providers/sst/pack.ts';
import { pack as packStash } from './providers/stash/pack.ts';
import { pack as packStrapi } from './providers/strapi/pack.ts';
import { pack as packStrimzi } from './providers/strimzi/pack.ts';
import { pack as packStripe } from './providers/stripe/pack.ts';
import { pack as packSupabase } from './providers/supabase/pack.ts';
import { pack as packTailscale } from './providers/tailscale/pack.ts';
import { pack as packTerraform } from './providers/terraform/pack.ts';
import { pack as packTigerCloud } from './providers/tiger-cloud/pack.ts';
import { pack as packTurso } from './providers/turso/pack.ts';
import { pack as packTwilio } from './providers/twilio/pack.ts';
import { pack as packTypeorm } from './providers/typeorm/pack.ts';
import { pack as packTypesense } from './providers/typesense/pack.ts';
import { pack as packUpstash } from './providers/upstash/pack.ts';
import { pack as packUpsun } from './providers/upsun/pack.ts';
import { pack as packVault } from './providers/vault/pack.ts';
import { pack as packVelero } from './providers/velero/pack.ts';
import { pack as packVercel } from './providers/vercel/pack.ts';
import { pack as packVolsync } from './providers/volsync/pack.ts';
import { pack as packVultr } from './providers/vultr/pack.ts';
import { pack as packWasabi } from './providers/wasabi/pack.ts';
import { pack as packWordpress } from './providers/wordpress/pack.ts';
import { pack as packWorkos } from './providers/workos/pack.ts';
import { pack as packXata } from './providers/xata/pack.ts';
import { pack as packYandexCloud } from './providers/yandex-cloud/pack.ts';
import { pack as packYoyo } from './providers/yoyo/pack.ts';
import { pack as packZalandoPostgres } from './providers/zalando-postgres/pack.ts';
import { check as checkCredentialCommitted } from '../checks/credentials/credential-committed/check.ts';
import { check as checkCredentialNeverEnds } from '../checks/credentials/credential-never-ends/check.ts';
import { check as checkCredentialSuperseded } from '../checks/credentials/credential-superseded/check.ts';
import { check as checkDatabaseOwnerInApplication } from '../checks/credentials/database-owner-in-application/check.ts';
import { check as checkPrincipalOverScoped } from '../checks/credentials/principal-over-scoped/check.ts';
import { check as checkProductionCredentialElsewhere } from '../checks/credentials/production-credential-elsewhere/check.ts';
import { check as checkSecretInAgentSettings } from '../checks/credentials/secret-in-agent-settings/check.ts';
import { check as checkSecretSharedAcrossEnvironments } from '../checks/credentials/secret-shared-across-environments/check.ts';
import { check as checkStoreOpenToAnyone } from '../checks/credentials/store-open-to-anyone/check.ts';
import { check as checkTokenOverScoped } from '../checks/credentials/token-over-scoped/check.ts';
import { check as checkTokenReadableByAgent } from '../checks/credentials/token-readable-by-agent/check.ts';
import { check as checkWorkflowTokenOverScoped } from '../checks/credentials/workflow-token-over-scoped/check.ts';
import { check as checkAccountSharedAcrossEnvironments } from '../checks/environments/account-shared-across-environments/check.ts';
import { check as checkEnvironmentsInOneState } from '../checks/environments/environments-in-one-state/check.ts';
import { check as checkStageOverwrittenFromProduction } from '../checks/environments/stage-overwritten-from-production/check.ts';
import { check as checkStateKeptLocally } from '../checks/environments/state-kept-locally/check.ts';
import { check as checkStoreSharedAcrossEnvironments } from '../checks/environments/store-shared-across-environments/check.ts';
import { check as checkBackupFailureHidden } from '../checks/backups/backup-failure-hidden/check.ts';
import { check as checkBackupInSameAccount } from '../checks/backups/backup-in-same-account/check.ts';
import { check as checkBackupInSameFailureDomain } from '../checks/backups/backup-in-same-failure-domain/check.ts';
import { check as checkBackupRetentionTooShort } from '../checks/backups/backup-retention-too-short/check.ts';
import { check as checkFinalCopySkipped } from '../checks/backups/final-copy-skipped/check.ts';
import { check as checkKeySharedWithBackups } from '../checks/backups/key-shared-with-backups/check.ts';
import { check as checkStoreWithoutBackup } from '../checks/backups/store-without-backup/check.ts';
import { check as checkAgentOnUntrustedTrigger } from '../checks/confirmation/agent-on-untrusted-trigger/check.ts';
import { check as checkAgentSettingWithoutEffect } from '../checks/confirmation/agent-setting-without-effect/check.ts';
import { check as checkApprovalSwitchedOff } from '../checks/confirmation/approval-switched-off/check.ts';
import { check as checkDestructiveCallUnguarded } from '../checks/confirmation/destructive-call-unguarded/check.ts';
import { check as checkDestructiveCommandAllowed } from '../checks/confirmation/destructive-command-allowed/check.ts';
import { check as checkGuardHookUnreliable } from '../checks/confirmation/guard-hook-unreliable/check.ts';
import { check as checkMcpServerCanDestroy } from '../checks/confirmation/mcp-server-can-destroy/check.ts';
import { check as checkPipelineDestroysUnasked } from '../checks/confirmation/pipeline-destroys-unasked/check.ts';
import { check as checkStoreDeletionUnprotected } from '../checks/confirmation/store-deletion-unprotected/check.ts';
import { check as checkAgentNetworkOpen } from '../checks/sandbox/agent-network-open/check.ts';
import { check as checkAgentReadsHostSecrets } from '../checks/sandbox/agent-reads-host-secrets/check.ts';
import { check as checkAgentUnsandboxed } from '../checks/sandbox/agent-unsandboxed/check.ts';
import { check as checkSandboxEscapeOpen } from '../checks/sandbox/sandbox-escape-open/check.ts';
import { check as checkAgentTranscriptNotKept } from '../checks/audit/agent-transcript-not-kept/check.ts';
import { check as checkAuditLogOff } from '../checks/audit/audit-log-off/check.ts';
import { check as checkDeletionGoesUnnoticed } from '../checks/audit/deletion-goes-unnoticed/check.ts';
import { check as checkBlastRadius } from '../checks/paths/blast-radius/check.ts';

export const formats: readonly Format[] = [formatDockerfile, formatDotenv, formatHcl, formatJson, formatMarkdown, formatScript, formatShell, formatText, formatToml, formatYaml];
export const toolCollectors: readonly Collector[] = [collectorAnsible, collectorApiClients, collectorAppConfig, collectorAtlantis, collectorAwsCdk, collectorAwsProfiles, collectorAzurePipelines, collectorBicep, collectorBitbucketPipelines, collectorBuildkite, collectorCircleci, collectorCliLogins, collectorCloudformation, collectorClusterJobs, collectorCompose, collectorConnectionUrls, collectorCredentialSweep, collectorCrontab, collectorDatabaseLoginFiles, collectorDevContainer, collectorDjangoSettings, collectorDockerConfig, collectorDockerHost, collectorDotenv, collectorDrone, collectorGitHooks, collectorGithubActions, collectorGitlabCi, collectorGoogleKeyFiles, collectorImageStart, collectorJenkins, collectorKubeconfig, collectorKubernetes, collectorKubernetesRbac, collectorNotebooks, collectorPackageRegistries, collectorPulumi, collectorPythonPrograms, collectorQuadlet, collectorSavedLogins, collectorScripts, collectorShellHistory, collectorShellScripts, collectorSqlFiles, collectorSst, collectorStageClaims, collectorSystemd, collectorTaskRunners, collectorTerraform, collectorTerraformState, collectorTerraformValues];
export const agentCollectors: readonly Collector[] = [agentAider, agentAmazonQ, agentAmp, agentAntigravity, agentAugment, agentCiAgents, agentClaudeCode, agentCline, agentCodex, agentContinue, agentCopilot, agentCrush, agentCursor, agentDevin, agentFactory, agentGeminiCli, agentGoose, agentGrok, agentJunie, agentKilo, agentKimi, agentKiro, agentMistralVibe, agentOpencode, agentOpenhands, agentQwen, agentReplit, agentRoo, agentRovoDev, agentTrae, agentWarp, agentZed];
export const packs: readonly ProviderPack[] = [packAirtable, packAiven, packAlembic, packAlgolia, packAlibabaCloud, packAmplify, packAnsible, packAnthropic, packAppwrite, packArigaAtlas, packAtlassian, packAuth0, packAws, packAwsCdk, packAwsCopilot, packAwsSam, packAzure, packBackblaze, packBitbucket, packBorg, packBrowserMcp, packBuildkite, packCassandra, packCircleci, packCivo, packClerk, packCleverCloud, packClickhouseCloud, packCloudflare, packCloudnativePg, packCockroachdb, packConfluent, packConsul, packConvex, packCoolify, packCouchbase, packCratesIo, packCrunchyPostgres, packDatabaseMcp, packDatabricks, packDatadog, packDbmate, packDesktopMcp, packDiesel, packDigitalocean, packDirectus, packDiscord, packDjango, packDocker, packDockerHub, packDoctrine, packDokku, packDoppler, packDotenvx, packDrizzle, packDrush, packDuckdb, packDuplicity, packEcto, packElastic, packElasticBeanstalk, packElasticsearch, packEntityFramework, packEnv0, packExoscale, packFirebase, packFly, packFlyway, packGemini, packGit, packGithub, packGitlab, packGolangMigrate, packGoogleCloud, packGoose, packGrafana, packHasura, packHeroku, packHetzner, packHubspot, packIbmCloud, packInfisical, packInfluxdb, packJfrog, packK8up, packKafka, packKamal, packKeycloak, packKnex, packKopia, packKubernetes, packLaravel, packLinear, packLinode, packLiquibase, packLonghorn, packMagento, packMariadbOperator, packMeilisearch, packMikroOrm, packMinio, packMongodb, packMongodbAtlas, packMysql, packNats, packNeon, packNetlify, packNewRelic, packNodePgMigrate, packNotion, packNpm, packNuget, packOkta, packOnepassword, packOpenai, packOpensearch, packOpenstack, packOracleCloud, packOvh, packPagerduty, packPayload, packPercona, packPhinx, packPinecone, packPlanetscale, packPostgres, packPostman, packPrisma, packPrismaPostgres, packProxmoxBackup, packPulsar, packPulumi, packPypi, packQdrant, packRabbitmq, packRails, packRailway, packRclone, packRedis, packRedisCloud, packRender, packRestic, packRubygems, packS3Tools, packScaleway, packScalingo, packSeaOrm, packSendgrid, packSentry, packSequelize, packServerless, packShopify, packSlack, packSnowflake, packSops, packSpacelift, packSqlServer, packSqlalchemy, packSqlite, packSqlx, packSsh, packSst, packStash, packStrapi, packStrimzi, packStripe, packSupabase, packTailscale, packTerraform, packTigerCloud, packTurso, packTwilio, packTypeorm, packTypesense, packUpstash, packUpsun, packVault, packVelero, packVercel, packVolsync, packVultr, packWasabi, packWordpress, packWorkos, packXata, packYandexCloud, packYoyo, packZalandoPostgres];
export const checks: readonly { readonly area: Area; readonly check: AnyCheck }[] = [
  { area: 'credentials', check: checkCredentialCommitted },
  { area: 'credentials', check: checkCredentialNeverEnds },
  { area: 'credentials', check: checkCredentialSuperseded },
  { area: 'credentials', check: checkDatabaseOwnerInApplication },
  { area: 'credentials', check: checkPrincipalOverScoped },
  { area: 'credentials', check: checkProductionCredentialElsewhere },
  { area: 'credentials', check: checkSecretInAgentSettings },
  { area: 'credentials', check: checkSecretSharedAcrossEnvironments },
  { area: 'credentials', check: checkStoreOpenToAnyone },
  { area: 'credentials', check: checkTokenOverScoped },
  { area: 'credentials', check: checkTokenReadableByAgent },
  { area: 'credentials', check: checkWorkflowTokenOverScoped },
  { area: 'environments', check: checkAccountSharedAcrossEnvironments },
  { area: 'environments', check: checkEnvironmentsInOneState },
  { area: 'environments', check: checkStageOverwrittenFromProduction },
  { area: 'environments', check: checkStateKeptLocally },
  { area: 'environments', check: checkStoreSharedAcrossEnvironments },
  { area: 'backups', check: checkBackupFailureHidden },
  { area: 'backups', check: checkBackupInSameAccount },
  { area: 'backups', check: checkBackupInSameFailureDomain },
  { area: 'backups', check: checkBackupRetentionTooShort },
  { area: 'backups', check: checkFinalCopySkipped },
  { area: 'backups', check: checkKeySharedWithBackups },
  { area: 'backups', check: checkStoreWithoutBackup },
  { area: 'confirmation', check: checkAgentOnUntrustedTrigger },
  { area: 'confirmation', check: checkAgentSettingWithoutEffect },
  { area: 'confirmation', check: checkApprovalSwitchedOff },
  { area: 'confirmation', check: checkDestructiveCallUnguarded },
  { area: 'confirmation', check: checkDestructiveCommandAllowed },
  { area: 'confirmation', check: checkGuardHookUnreliable },
  { area: 'confirmation', check: checkMcpServerCanDestroy },
  { area: 'confirmation', check: checkPipelineDestroysUnasked },
  { area: 'confirmation', check: checkStoreDeletionUnprotected },
  { area: 'sandbox', check: checkAgentNetworkOpen },
  { area: 'sandbox', check: checkAgentReadsHostSecrets },
  { area: 'sandbox', check: checkAgentUnsandboxed },
  { area: 'sandbox', check: checkSandboxEscapeOpen },
  { area: 'audit', check: checkAgentTranscriptNotKept },
  { area: 'audit', check: checkAuditLogOff },
  { area: 'audit', check: checkDeletionGoesUnnoticed },
  { area: 'paths', check: checkBlastRadius },
];
