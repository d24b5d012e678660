import type { Action } from '../../model/fact.ts';
import type { Sourced } from '../../model/knowledge.ts';
import { nameTokens } from '../name-tokens.ts';

/** Names that own everything in their database, by engine or by the vendor that hands them out. */
interface OwnerNames extends Sourced {
  /** Scheme it applies to, `null` for every engine. */
  readonly scheme: string | null;
  readonly names: RegExp;
}

const checkedOn = '2026-11-21';

const owners: readonly OwnerNames[] = [
  {
    scheme: 'postgres',
    names: /^(?:postgres(?:\..+)?|supabase_admin|service_role)$/,
    source: 'https://www.postgresql.org/docs/current/app-initdb.html',
    checkedOn,
  },
  {
    scheme: 'cockroachdb',
    names: /^root$/,
    source: 'https://www.cockroachlabs.com/docs/stable/security-reference/authorization',
    checkedOn,
  },
  {
    scheme: 'mysql',
    names: /^(?:root|azure_superuser)$/,
    source: 'https://dev.mysql.com/doc/refman/8.4/en/default-privileges.html',
    checkedOn,
  },
  {
    scheme: 'sqlserver',
    names: /^(?:sa|cloudsa.*|sqladmin)$/,
    source:
      'https://learn.microsoft.com/sql/relational-databases/security/authentication-access/principals-database-engine',
    checkedOn,
  },
  {
    scheme: 'mongodb',
    names: /^(?:root|atlasadmin|mongo)$/,
    source: 'https://www.mongodb.com/docs/manual/reference/built-in-roles/',
    checkedOn,
  },
  {
    scheme: 'redis',
    names: /^(?:default)?$/,
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
    checkedOn,
  },
  {
    scheme: 'clickhouse',
    names: /^default$/,
    source: 'https://clickhouse.com/docs/operations/settings/settings-users',
    checkedOn,
  },
  {
    scheme: 'elasticsearch',
    names: /^elastic$/,
    source:
      'https://www.elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/built-in-users',
    checkedOn,
  },
  {
    scheme: 'neo4j',
    names: /^neo4j$/,
    source: 'https://neo4j.com/docs/operations-manual/current/authentication-authorization/',
    checkedOn,
  },
  {
    scheme: 'cassandra',
    names: /^cassandra$/,
    source: 'https://cassandra.apache.org/doc/latest/cassandra/managing/operating/security.html',
    checkedOn,
  },
  {
    scheme: null,
    names: /^(?:doadmin|doadmin-.*)$/,
    source:
      'https://docs.digitalocean.com/products/databases/postgresql/how-to/manage-users-and-databases/',
    checkedOn,
  },
  {
    scheme: null,
    names: /^avnadmin$/,
    source: 'https://aiven.io/docs/platform/howto/create_new_service_user',
    checkedOn,
  },
  {
    scheme: null,
    names: /^tsdbadmin$/,
    source: 'https://docs.tigerdata.com/use-timescale/latest/security/overview/',
    checkedOn,
  },
  {
    scheme: 'postgres',
    names: /^(?:neondb_owner|.+_owner|owner)$/,
    source: 'https://neon.com/docs/manage/roles',
    checkedOn,
  },
  {
    scheme: null,
    names:
      /^(?:root|admin|administrator|superuser|dba|pgadmin|master|cloudsqlsuperuser|rdsadmin|rds_superuser|azure_pg_admin|yugabyte|fly-user)$/,
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html',
    checkedOn,
  },
];

const narrowWords = new Set(['readonly', 'ro', 'reader', 'reporting', 'replica', 'datareader']);
const narrowNames = /read[_-]?only|^pg_read_all_data$|^supabase_read_only_user$|^anon$/;

/**
 * What a login of this name may do, as far as a name tells: everything for the names that own their database, reading for names that say so,
 * `null` for any other, because a user called `app` may own the database or not.
 */
export function actionsOfUser(scheme: string, user: string | null): readonly Action[] | null {
  // A URL without user leaves it to the client, except where the engine has one implicit user.
  const name = (user ?? '').toLowerCase();
  if (name === '' && scheme !== 'redis') return null;
  if (narrowNames.test(name) || nameTokens(name).some((word) => narrowWords.has(word))) {
    return ['read'];
  }
  const owns = owners.some(
    (entry) => (entry.scheme === null || entry.scheme === scheme) && entry.names.test(name),
  );
  return owns ? ['read', 'write', 'delete', 'admin'] : null;
}
