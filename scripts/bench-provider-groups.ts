/** Providers by what they are for; whatever is not named here is a service. */
const groups: Readonly<Record<string, string>> = {
  clouds:
    'alibaba-cloud amplify aws azure backblaze civo cloudflare digitalocean exoscale google-cloud hetzner ibm-cloud linode openstack oracle-cloud ovh s3-tools scaleway vultr wasabi yandex-cloud minio',
  hosting:
    'appwrite clever-cloud convex coolify fly firebase heroku kamal netlify railway render scalingo serverless supabase upsun vercel',
  data: 'aiven airtable algolia clickhouse-cloud cockroachdb confluent couchbase databricks directus elastic elasticsearch hasura influxdb kafka meilisearch mongodb mongodb-atlas mysql nats neon opensearch pinecone planetscale postgres prisma qdrant rabbitmq redis redis-cloud snowflake sql-server strapi tiger-cloud turso typesense upstash xata',
  code: 'bitbucket buildkite circleci crates-io docker docker-hub github gitlab jfrog npm nuget pypi rubygems',
  infrastructure:
    'ansible ariga-atlas borg consul doppler dotenvx infisical kopia kubernetes onepassword proxmox-backup pulumi rails rclone restic sops ssh tailscale terraform vault',
};

const groupOf = new Map(
  Object.entries(groups).flatMap(([group, ids]) => ids.split(' ').map((id) => [id, group])),
);

/** The row that a provider is counted in. */
export function providerGroup(provider: string | null): string {
  return provider === null ? 'no vendor' : (groupOf.get(provider) ?? 'services');
}
