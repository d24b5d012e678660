/** Which attributes of a resource together are the login of a database. */
export interface LoginAttributes {
  readonly scheme: string;
  readonly host: readonly string[];
  readonly port: string;
  readonly database: readonly string[];
  readonly user: readonly string[];
  readonly password: readonly string[];
}

const sql = { port: 'port', password: ['password', 'administrator_password', 'master_password'] };

/**
 * Databases whose state holds address, user and password.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server
 */
export function loginAttributes(type: string, engine: string | null): LoginAttributes | null {
  const scheme = schemeOf(type, engine);
  if (scheme === null) return null;
  return {
    ...sql,
    scheme,
    host: ['address', 'fqdn', 'host', 'endpoint', 'public_host'],
    database: ['db_name', 'database_name', 'database', 'name'],
    user: ['username', 'administrator_login', 'master_username', 'user'],
  };
}

function schemeOf(type: string, engine: string | null): string | null {
  const words = `${type} ${engine ?? ''}`;
  if (!/database|_db_|rds|sql|redis|redshift|docdb|mongo|server/.test(words)) return null;
  if (/postgres|(?:^|[ _-])pg(?:$|[ _-])/.test(words)) return 'postgres';
  if (/mysql|mariadb/.test(words)) return 'mysql';
  if (/mssql|sqlserver/.test(words)) return 'sqlserver';
  if (/redshift/.test(words)) return 'redshift';
  if (/redis|valkey/.test(words)) return 'redis';
  return /docdb|mongo/.test(words) ? 'mongodb' : null;
}

/**
 * Attributes that hold a credential whose value has no shape of its own, and the variable such a value is handed on in.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key
 */
export const secretAttributes: ReadonlyMap<string, readonly (readonly [string, string])[]> =
  new Map([
    ['aws_iam_access_key', [['secret', 'AWS_SECRET_ACCESS_KEY']]],
    ['azuread_application_password', [['value', 'ARM_CLIENT_SECRET']]],
    ['azuread_service_principal_password', [['value', 'ARM_CLIENT_SECRET']]],
    ['scaleway_iam_api_key', [['secret_key', 'SCW_SECRET_KEY']]],
    ['b2_application_key', [['application_key', 'B2_APPLICATION_KEY']]],
    ['doppler_service_token', [['key', 'DOPPLER_TOKEN']]],
    ['tls_private_key', [['private_key_openssh', 'SSH_PRIVATE_KEY']]],
    ['google_service_account_key', [['private_key', 'GOOGLE_CREDENTIALS']]],
  ]);
