import { connectionScheme } from './connection-scheme.ts';

/** Where a connection string leads and as whom. Parts are percent-decoded; a part that is missing is `null`. */
export interface ConnectionUrl {
  /** Normalised: `postgres`, `mysql`, `mongodb`, `redis`, `amqp`, `sqlserver`, `clickhouse`, `libsql` … */
  readonly scheme: string;
  readonly user: string | null;
  readonly password: string | null;
  /** Lower case; the first of several; `''` for a socket without a name; a path for a named socket. */
  readonly host: string;
  /** All hosts with their ports, as `host:port`, sorted: the identity of a replica set. */
  readonly hosts: readonly string[];
  /** The scheme's usual port when none is written; `null` where there is no usual one. */
  readonly port: number | null;
  readonly database: string | null;
  /** The host is this machine or its container network's gateway; see {@link isLocalHost}. */
  readonly isLocal: boolean;
  /** The URL asks for a read-only session; the server lets the client change its mind. */
  readonly asksReadOnly: boolean;
}

const beginning = /^((?:jdbc:)?[a-z][a-z0-9+.-]{0,40}(?::[a-z][a-z0-9]{0,12}){0,2}):(?:@)?\/\//i;

/**
 * Reads a connection URL of any database or broker, tolerant of passwords that forgot to encode `@`, `/` or `#`.
 * `null` for anything that is not a known scheme; values in it may still be references.
 */
export function parseConnectionUrl(text: string): ConnectionUrl | null {
  // Template expressions may hold blanks, which nothing else in a URL may.
  const url = text.trim().replace(/\{\{[^{}]{0,200}\}\}/g, (part) => part.replace(/\s/g, ''));
  if (url.length > 4096 || /[\s]/.test(url.split(';')[0] ?? '')) return null;
  const head = beginning.exec(url);
  if (head === null) return null;
  const known = connectionScheme(head[1] ?? '');
  if (known === undefined) return null;
  const rest = url.slice(head[0].length);
  const { login, address, tail } = split(rest);
  const [path, query] = cut(tail, '?');
  const options = optionsOf(query, path);
  const [user, password] = loginOf(login, options);
  const hosts = hostsOf(address, options, known.port);
  const [first] = hosts;
  if (first === undefined) return null;
  const database = databaseOf(path, options, known.scheme);
  return {
    scheme: known.scheme,
    user,
    password,
    host: first.host,
    hosts: hosts.map((host) => `${host.host}:${host.port ?? ''}`).sort(),
    port: first.port,
    database,
    isLocal: isLocalHost(first.host),
    asksReadOnly: asksReadOnly(options),
  };
}

interface Pieces {
  readonly login: string | null;
  readonly address: string;
  readonly tail: string;
}

/** Cuts `user:password@host/rest` apart; the last `@` before the path counts, or a later one when the first part is no host. */
function split(rest: string): Pieces {
  const end = rest.search(/[/?#;]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at >= 0) {
    return {
      login: authority.slice(0, at),
      address: authority.slice(at + 1),
      tail: end < 0 ? '' : rest.slice(end),
    };
  }
  // An unencoded slash or hash in the password: what stands before it has a colon but no port after it.
  const later = rest.lastIndexOf('@');
  if (later > 0 && /^[^:]{1,100}:/.test(authority) && !/:\d{1,5}$/.test(authority)) {
    const after = rest.slice(later + 1);
    const stop = after.search(/[/?#;]/);
    return {
      login: rest.slice(0, later),
      address: stop < 0 ? after : after.slice(0, stop),
      tail: stop < 0 ? '' : after.slice(stop),
    };
  }
  return { login: null, address: authority, tail: end < 0 ? '' : rest.slice(end) };
}

/** Query parameters and `;key=value` properties, names in lower case. */
function optionsOf(query: string, path: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  const properties = path.includes(';') ? path.slice(path.indexOf(';') + 1) : '';
  for (const pair of [...query.split('&'), ...properties.split(';')].slice(0, 200)) {
    const [name, value] = cut(pair, '=');
    if (name !== '') options.set(decode(name).toLowerCase().replace(/\s/g, ''), decode(value));
  }
  return options;
}

function loginOf(
  login: string | null,
  options: ReadonlyMap<string, string>,
): readonly [string | null, string | null] {
  const user = options.get('user') ?? options.get('username') ?? options.get('uid') ?? null;
  const password =
    options.get('password') ?? options.get('pwd') ?? options.get('authtoken') ?? null;
  if (login === null) return [user, password];
  const colon = login.indexOf(':');
  if (colon < 0) return [decode(login), password];
  const name = decode(login.slice(0, colon));
  const secret = decode(login.slice(colon + 1));
  return [name === '' ? user : name, secret === '' ? password : secret];
}

interface HostPort {
  readonly host: string;
  readonly port: number | null;
}

function hostsOf(
  address: string,
  options: ReadonlyMap<string, string>,
  usual: number | null,
): readonly HostPort[] {
  const written = address === '' ? (options.get('host') ?? options.get('server') ?? '') : address;
  const fallback = Number(options.get('port') ?? Number.NaN);
  return written.split(',').map((part) => {
    const match = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(part);
    const host = decode(match?.[1] ?? part).replace(/^\[|\]$/g, '');
    const port = match?.[2] === undefined ? fallback : Number(match[2]);
    return {
      host: (host.startsWith('/') ? host : host.toLowerCase()).replace(/\.$/, ''),
      port: Number.isNaN(port) ? usual : port,
    };
  });
}

function databaseOf(
  path: string,
  options: ReadonlyMap<string, string>,
  scheme: string,
): string | null {
  const named =
    options.get('database') ?? options.get('databasename') ?? options.get('dbname') ?? null;
  const segment = decode((path.split(/[;#]/)[0] ?? '').replace(/^\//, '').split('/')[0] ?? '');
  if (segment !== '') return segment;
  // Redis has numbered databases and starts in 0; one FLUSHALL empties all of them.
  return named ?? (scheme === 'redis' ? '0' : null);
}

function asksReadOnly(options: ReadonlyMap<string, string>): boolean {
  return (
    options.get('target_session_attrs') === 'read-only' ||
    options.get('applicationintent')?.toLowerCase() === 'readonly' ||
    /default_transaction_read_only\s*=\s*(?:on|true)/.test(options.get('options') ?? '')
  );
}

/**
 * This machine: loopback, the container gateway, and names that only resolve on a developer's machine. A bare service name such as `db` is not
 * among them, because the same name exists in a production compose network: see {@link isBareName}.
 */
export function isLocalHost(host: string): boolean {
  return (
    host === '' ||
    /^(?:localhost|127(?:\.\d{1,3}){3}|::1|0\.0\.0\.0|host\.docker\.internal|gateway\.docker\.internal|docker\.for\.mac\.localhost)$/.test(
      host,
    ) ||
    /\.(?:localhost|local|localdomain|test|docker|orb\.local)$/.test(
      host.replace(/\.svc\.cluster\.local$/, '.svc'),
    ) ||
    /^\/(?:var\/run|run|tmp)\//.test(host)
  );
}

/** A name that means another machine in every network: one label, or a Kubernetes service. */
export function isBareName(host: string): boolean {
  return /^[a-z0-9_][a-z0-9_-]*$/.test(host) || /\.svc(?:\.cluster\.local)?$/.test(host);
}

function cut(text: string, separator: string): readonly [string, string] {
  const position = text.indexOf(separator);
  return position < 0 ? [text, ''] : [text.slice(0, position), text.slice(position + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the program that reads this URL would take it as it is.
    return text;
  }
}
