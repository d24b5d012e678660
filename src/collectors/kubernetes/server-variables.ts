import { connectionScheme } from '../../recognize/credential/connection-scheme.ts';
import {
  type ConnectionUrl,
  isBareName,
  isLocalHost,
} from '../../recognize/credential/connection-url.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';

/** A connection that several variables write out part by part: host, port and name of the database. */
export interface ConnectionParts {
  /** The variable that holds the host. */
  readonly name: string;
  readonly url: ConnectionUrl;
}

const hostName =
  /^((?:[A-Z0-9]+_){0,6}?)(DB|DATABASE|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|MONGO|MONGODB|MSSQL|SQLSERVER|CLICKHOUSE)(_?)(?:HOST|HOSTNAME|SERVER|ADDRESS)$/;
const engines: Readonly<Record<string, string>> = { PG: 'postgres', MONGO: 'mongodb' };
const ports: Readonly<Record<string, string>> = {
  '5432': 'postgres',
  '3306': 'mysql',
  '27017': 'mongodb',
  '1433': 'sqlserver',
};

/**
 * The databases of other machines that a set of variables leads to: `DB_HOST`, `DB_PORT`, `DB_NAME`. Without a word or a port that tells the engine
 * nothing is known. `value` answers with what a variable holds, `null` where it is not set or only known at run time.
 */
export function connectionParts(
  names: readonly string[],
  value: (name: string) => string | null,
): readonly ConnectionParts[] {
  return names.flatMap((name) => {
    const found = hostName.exec(name.toUpperCase());
    const host = value(name)?.toLowerCase();
    if (found === null || host === undefined || !isRemote(host)) return [];
    const [, before = '', engine = '', gap = ''] = found;
    const beside = (...ends: readonly string[]) =>
      ends.map((end) => besideOf(`${before}${engine}${gap}${end}`, names, value)).find(Boolean);
    const port = beside('PORT');
    const scheme = connectionScheme(
      engines[engine] ?? (/^(?:DB|DATABASE)$/.test(engine) ? (ports[port ?? ''] ?? '') : engine),
    );
    if (scheme === undefined) return [];
    const database = beside('NAME', 'DATABASE', 'DBNAME', 'DB', 'DB_NAME') ?? null;
    const at = `${host}:${port ?? scheme.port ?? ''}`;
    const url: ConnectionUrl = {
      scheme: scheme.scheme,
      user: null,
      password: null,
      host,
      hosts: [at],
      port: port === undefined ? scheme.port : Number(port),
      database,
      isLocal: false,
      asksReadOnly: false,
    };
    return [{ name, url }];
  });
}

/** The variable of that name in whatever case it is written. */
function besideOf(
  wanted: string,
  names: readonly string[],
  value: (name: string) => string | null,
): string | undefined {
  const name = names.find((candidate) => candidate.toUpperCase() === wanted);
  return (name === undefined ? null : value(name)) ?? undefined;
}

/** A machine that means the same wherever its name is written. */
function isRemote(host: string): boolean {
  if (!/^[a-z0-9.-]{4,253}$/.test(host) || isLocalHost(host) || isBareName(host)) return false;
  if (/\.(?:svc|cluster\.local|internal|example\.(?:com|org|net))$/.test(host)) return false;
  return host.includes('.') && secretForm(host) === 'literal';
}
