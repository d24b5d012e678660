import type { DataNode, ExprNode, ScalarNode } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { connectionFacts } from './connection-facts.ts';
import { connectionScheme } from './connection-scheme.ts';
import { type ConnectionUrl, isLocalHost } from './connection-url.ts';
import { secretForm } from './secret-value.ts';
import { scopeOf, type Variable } from './variable-scope.ts';

/** One setting by its name: `DB_HOST`, `password`. */
export interface NamedSetting {
  readonly name: string;
  readonly keyAt: SourceRange;
  readonly value: DataNode;
}

/** A connection that is written in several settings instead of one URL. */
export interface ConnectionParts {
  /** As the text names the engine: `pgsql`, `mysql2`; `null` where it does not. */
  readonly engine: string | null;
  readonly host: NamedSetting;
  readonly port?: NamedSetting | undefined;
  readonly database?: NamedSetting | undefined;
  readonly user?: NamedSetting | undefined;
  readonly password?: NamedSetting | undefined;
}

/** Whose settings they are. */
export type PartsOwner = Pick<Variable, 'document' | 'environment' | 'collector'>;

/**
 * Store, login and edges of a connection in parts, like those of a connection URL. The store is seen at its host, the login at its password.
 */
export function connectionPartFacts(
  parts: ConnectionParts,
  owner: PartsOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  const url = urlOf(parts);
  if (url === null) return [];
  const facts = addressFacts(
    { url, address: parts.host, password: parts.password },
    owner,
    knowledge,
  );
  // One server may hold a database for each of two environments.
  return url.database === null && url.scheme !== 'redis' ? facts.map(lessSure) : facts;
}

/** An address, and where it and the password for it are written. */
export interface WrittenAddress {
  readonly url: ConnectionUrl;
  readonly address: NamedSetting;
  /** Absent where it stands in the address itself, or nowhere. */
  readonly password?: NamedSetting | undefined;
}

/** Store, login and edges of an address; the login is seen where its password is. */
export function addressFacts(
  { url, address, password }: WrittenAddress,
  owner: PartsOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  const variable = variableOf(address, owner);
  if (variable === null) return [];
  const facts = connectionFacts(url, variable, scopeOf(variable), rangeOf(address), knowledge);
  const secret = password === undefined ? null : variableOf(password, owner);
  if (password === undefined) return facts;
  const store = facts.filter((fact) => !isOfLogin(fact));
  if (secret === null || url.password === null) return store;
  const at = rangeOf(password);
  const login = connectionFacts(url, secret, scopeOf(secret), at, knowledge);
  return [...store, ...login.filter(isOfLogin)];
}

function isOfLogin(fact: Fact): boolean {
  return fact.kind === 'Credential' || (fact.kind === 'Relation' && fact.rel !== 'connects-to');
}

function lessSure(fact: Fact): Fact {
  return fact.kind === 'Relation'
    ? { ...fact, confidence: weaker(fact.confidence, 'medium') }
    : fact;
}

/** The address that the parts make up, the host as it is written where it is computed; `null` where there is none. */
function urlOf({
  engine,
  host,
  port,
  database,
  user,
  password,
}: ConnectionParts): ConnectionUrl | null {
  const name = textOf(host)?.toLowerCase() ?? '';
  // A whole URL in a host setting is read as a URL elsewhere; a folder is the socket of a database on this machine.
  const form = secretForm(name);
  if (form !== 'reference' && (form !== 'literal' || /[\s/@]/.test(name))) return null;
  // What is computed has colons of its own.
  const [bare = '', ownPort] = form === 'reference' ? [name] : name.split(':');
  const written = Number(textOf(port) ?? ownPort ?? Number.NaN);
  const scheme = connectionScheme(engine ?? '') ?? schemeOfPort(written);
  const number = Number.isNaN(written) ? (scheme?.port ?? null) : written;
  return {
    scheme: scheme?.scheme ?? 'sql',
    user: textOf(user),
    password: textOf(password),
    host: bare,
    hosts: [`${bare}:${number ?? ''}`],
    port: number,
    database: textOf(database),
    isLocal: isLocalHost(bare),
    asksReadOnly: false,
  };
}

const ports: Readonly<Record<number, string>> = {
  5432: 'postgres',
  3306: 'mysql',
  1433: 'sqlserver',
  27017: 'mongodb',
  6379: 'redis',
};

function schemeOfPort(port: number): ReturnType<typeof connectionScheme> {
  return connectionScheme(ports[port] ?? '');
}

function variableOf(setting: NamedSetting, owner: PartsOwner): Variable | null {
  const { name, keyAt } = setting;
  const value = plain(setting.value);
  return value === null ? null : { ...owner, name, keyAt, value, comment: null };
}

function plain(node: DataNode): ScalarNode | ExprNode | null {
  return node.type === 'scalar' || node.type === 'expr' ? node : null;
}

function textOf(setting: NamedSetting | undefined): string | null {
  if (setting === undefined) return null;
  const { value } = setting;
  if (value.type === 'expr') return `\${${value.text}}`;
  return value.type === 'scalar' && value.text !== '' && value.value !== null ? value.text : null;
}

/** From the name to the end of the value. */
function rangeOf({ keyAt, value }: NamedSetting): SourceRange {
  const isWhole = value.at.file === keyAt.file && value.at.end >= keyAt.start;
  return isWhole ? { file: keyAt.file, start: keyAt.start, end: value.at.end } : keyAt;
}
