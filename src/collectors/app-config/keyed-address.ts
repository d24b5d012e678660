import { connectionScheme } from '../../recognize/credential/connection-scheme.ts';
import { type ConnectionUrl, isLocalHost } from '../../recognize/credential/connection-url.ts';

/**
 * Reads an address of ADO.NET: `Server=tcp:db.example.net,1433;Database=shop;User Id=app;Password=…`, `Host=db.example.net;Port=5432;…`. `null` for a
 * text that names no server, or whose setting is of no database.
 */
export function parseKeyedAddress(text: string, path: string): ConnectionUrl | null {
  if (!path.includes('connectionstring') || text.length > 4096 || !text.includes('=')) return null;
  const options = new Map<string, string>();
  for (const pair of text.split(';').slice(0, 100)) {
    const equals = pair.indexOf('=');
    if (equals <= 0) continue;
    const name = pair.slice(0, equals).toLowerCase().replace(/\s/g, '');
    options.set(
      name,
      pair
        .slice(equals + 1)
        .trim()
        .replace(/^(['"])(.*)\1$/, '$2'),
    );
  }
  const first = (names: string): string | null => {
    for (const name of names.split(' ')) {
      const value = options.get(name);
      if (value !== undefined && value !== '') return value;
    }
    return null;
  };
  const server = first('server host datasource address addr networkaddress');
  // A file of SQLite has a data source, too.
  if (server === null || /\.(?:db|sqlite3?|mdf|accdb)$/i.test(server)) return null;
  const [host = '', own] = server.replace(/^tcp:/i, '').split(/[,:]/);
  const scheme = connectionScheme(options.has('host') ? 'postgres' : engineOf(options));
  const written = Number(own ?? first('port') ?? Number.NaN);
  const port = Number.isNaN(written) ? (scheme?.port ?? null) : written;
  // `(localdb)\name` and `.\SQLEXPRESS` are on the developer's own machine.
  const name = (host.split('\\')[0] ?? '')
    .toLowerCase()
    .replace(/^(?:\.|\(local\)|\(localdb\))$/, 'localhost');
  return {
    scheme: scheme?.scheme ?? 'sqlserver',
    user: first('userid uid user username'),
    password: first('password pwd'),
    host: name,
    hosts: [`${name}:${port ?? ''}`],
    port,
    database: first('database initialcatalog'),
    isLocal: isLocalHost(name),
    asksReadOnly: first('applicationintent')?.toLowerCase() === 'readonly',
  };
}

/** MySQL's driver takes words that SQL Server's does not. */
function engineOf(options: ReadonlyMap<string, string>): string {
  const isMysql =
    options.get('port') === '3306' || options.has('sslmode') || options.has('allowuservariables');
  return isMysql ? 'mysql' : 'sqlserver';
}
