import type { ConnectionParts, NamedSetting } from './connection-parts.ts';

/** Words of a variable's name that make its host the host of a database. */
const engines: Readonly<Record<string, string | null>> = {
  DB: null,
  DATABASE: null,
  SQL: null,
  RDS: null,
  DATASOURCE: null,
  PG: 'postgres',
  POSTGRES: 'postgres',
  POSTGRESQL: 'postgres',
  MYSQL: 'mysql',
  MARIADB: 'mysql',
  MSSQL: 'sqlserver',
  SQLSERVER: 'sqlserver',
  MONGO: 'mongodb',
  MONGODB: 'mongodb',
  REDIS: 'redis',
};

const hostName = /^(.{0,60}?)_?(?:HOST|HOSTNAME|SERVER|ENDPOINT|ADDRESS)$/;

/**
 * Connections that variables write in parts: `DB_HOST`, `DB_DATABASE`, `DB_USERNAME`, `DB_PASSWORD`; `PGHOST` and its like; several of them side by side
 * under names of their own. A later assignment wins.
 */
export function connectionsInVariables(
  variables: readonly NamedSetting[],
): readonly ConnectionParts[] {
  const byName = new Map<string, NamedSetting>();
  for (const variable of variables.slice(0, 2000)) {
    byName.set(variable.name.toUpperCase(), variable);
  }
  return [...byName].flatMap(([name, host]): readonly ConnectionParts[] => {
    const prefix = hostName.exec(name)?.[1];
    if (prefix === undefined || prefix === '') return [];
    const words = prefix.split('_').filter((word) => word in engines);
    // Reading the copies of a database is what they are for.
    if (words.length === 0 || /(?:^|_)(?:REPLICA|READ|READER|READONLY|RO)(?:_|$)/.test(prefix)) {
      return [];
    }
    const part = (endings: string): NamedSetting | undefined => {
      for (const ending of endings.split(' ')) {
        const found = byName.get(`${prefix}_${ending}`) ?? byName.get(`${prefix}${ending}`);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const said = part('CONNECTION ENGINE DIALECT DRIVER TYPE CLIENT ADAPTER');
    const named = words.map((word) => engines[word] ?? null).find((engine) => engine !== null);
    return [
      {
        engine: named ?? (said?.value.type === 'scalar' ? lastWord(said.value.text) : null),
        host,
        port: part('PORT'),
        database: part('DATABASE NAME DATABASE_NAME DB DBNAME DB_NAME'),
        user: part('USERNAME USER LOGIN'),
        password: part('PASSWORD PASS PASSWD PWD'),
      },
    ];
  });
}

/** `django.db.backends.postgresql` is `postgresql`. */
function lastWord(text: string): string {
  return text.split('.').at(-1) ?? text;
}
