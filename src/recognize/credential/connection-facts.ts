import type {
  Credential,
  DataStore,
  EntityKey,
  Environment,
  Fact,
  Relation,
} from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, known, unknown, written } from '../../model/value.ts';
import { tierOf } from '../tier.ts';
import { actionsOf, loginOf, type Opened } from './connection-login.ts';
import { connectionScheme } from './connection-scheme.ts';
import { type ConnectionUrl, isBareName } from './connection-url.ts';
import { namedStore } from './hosted-store.ts';
import { isWeakSecret, secretForm } from './secret-value.ts';
import { binding, holds, type Variable, type VariableScope } from './variable-scope.ts';

/** Hosts of documentation samples. */
const sampleHosts =
  /(?:^|\.)example\.(?:com|org|net)$|^(?:host|hostname|server|server-name|dbhost|db_host|myhost|my-host|xxx+)$/;

/**
 * Store, login and the edges between them that a connection URL in a variable proves. Where the host is not written out, what production signs in
 * with is all that there is.
 */
export function connectionFacts(
  url: ConnectionUrl,
  variable: Variable,
  scope: VariableScope,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  if (secretForm(url.host) === 'reference') {
    return loginElsewhere(url, variable, scope, at, knowledge);
  }
  const store = storeOf(url, variable, scope, at, knowledge);
  const facts: Fact[] = [store, binding(variable.name, store.key, scope.environment, at)];
  if (scope.environment !== null) {
    facts.push(...scope.declared, connects(url, variable.name, scope.environment, store, at));
  }
  facts.push(...namedProduction(url, variable, scope, store, at));
  const login = loginOf(url, variable, openedBy(store, url, knowledge), at, knowledge);
  if (login === null) return facts;
  facts.push(login);
  if (isReachable(url, knowledge)) facts.push(authorizes(url, variable.name, login, store, at));
  return [...facts, ...holders(login, variable, scope, at)];
}

function holders(
  login: Credential,
  variable: Variable,
  scope: VariableScope,
  at: SourceRange,
): readonly Fact[] {
  const environments = new Set([variable.environment, scope.environment]);
  return [...environments].flatMap((holder) =>
    holder === null ? [] : [holds(holder, login.key, variable.name, at)],
  );
}

/** A password that anybody would guess tells nothing of a machine that nobody reaches from here. */
function openedBy(store: DataStore, url: ConnectionUrl, knowledge: Knowledge): Opened {
  const { provider, confidence, disposable } = store;
  const isDull = !isReachable(url, knowledge) && isWeakSecret(url.password ?? '', url.user);
  return {
    provider,
    confidence: isDull ? weaker(confidence, 'medium') : confidence,
    isDisposable: known(disposable) === true,
  };
}

/** The login of production to a host that only a run can tell, where its password is no default. */
function loginElsewhere(
  url: ConnectionUrl,
  variable: Variable,
  scope: VariableScope,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  if (scope.tier !== 'production' || isWeakSecret(url.password ?? '', url.user)) return [];
  const unseen: Opened = { provider: null, confidence: 'high', isDisposable: false };
  const login = loginOf(url, variable, unseen, at, knowledge);
  return login === null ? [] : [...scope.declared, login, ...holders(login, variable, scope, at)];
}

/**
 * Whether the name means the same machine here as in the environment it was written for. A platform's private name, a container's name or `localhost`
 * in a production file answers only over there: from this tree the login alone leads nowhere.
 */
function isReachable(url: ConnectionUrl, knowledge: Knowledge): boolean {
  const isPrivate = knowledge.host(url.host)?.spec.environmentLocal === true;
  return !isPrivate && !url.isLocal && !isBareName(url.host);
}

function storeOf(
  url: ConnectionUrl,
  variable: Variable,
  scope: VariableScope,
  at: SourceRange,
  knowledge: Knowledge,
): DataStore {
  const host = knowledge.host(url.host);
  const everywhere = isSameEverywhere(url, host?.spec.environmentLocal === true);
  const where = scope.environment ?? `file:${variable.document.file}`;
  const identity = identityOf(url, host?.spec.tenantInUser === true);
  const key = everywhere ? identity : `${identity}@${where}`;
  const sample =
    sampleHosts.test(url.host) ||
    secretForm(url.host) === 'placeholder' ||
    secretForm(url.password ?? 'none at all') === 'placeholder';
  return {
    kind: 'DataStore',
    key: entityKey(key),
    aliases: [...hosted(url, knowledge), ...(everywhere ? [] : sameLogin(url, knowledge))],
    name: nameOf(url),
    at,
    collector: variable.collector,
    implied: false,
    confidence: sample ? 'low' : 'high',
    provider: host?.provider ?? null,
    product: url.scheme,
    holds: connectionScheme(url.scheme)?.holds ?? 'database',
    deletionProtection: unknown('external', at),
    disposable: isThrowAway(url, scope) ? written(true, at) : unknown('external', at),
    ...(host?.spec.copiesAreOptIn === true
      ? { ownBackups: byDefault(false, at, host.spec.source) }
      : {}),
  };
}

/** The platform's name of the store, which other protocols reach too. */
function hosted(url: ConnectionUrl, knowledge: Knowledge): readonly EntityKey[] {
  const store = namedStore(url, knowledge);
  return store === null ? [] : [store.key];
}

/** Whether this host and database mean one machine wherever they are written. */
function isSameEverywhere(url: ConnectionUrl, environmentLocal: boolean): boolean {
  const known = url.database === null || secretForm(url.database) !== 'reference';
  return known && !environmentLocal && !url.isLocal && !isBareName(url.host);
}

/** `db:<scheme>://<hosts>/<database>`; a Redis server is one store, because FLUSHALL empties all its databases. */
function identityOf(url: ConnectionUrl, tenantInUser: boolean): string {
  const user = tenantInUser && url.user !== null ? `${url.user}@` : '';
  const database = url.scheme === 'redis' ? '' : (url.database ?? '');
  return `db:${url.scheme}://${user}${url.hosts.join(',')}/${database}`;
}

/**
 * A name that means another machine elsewhere still is the same database where user, password and database are equal too, unless the password is
 * one that anybody would choose, or the machine is the developer's own.
 */
function sameLogin(url: ConnectionUrl, knowledge: Knowledge): readonly EntityKey[] {
  const { password } = url;
  if (password === null || url.isLocal || secretForm(password) !== 'literal') return [];
  if (isWeakSecret(password, url.user)) return [];
  const login = JSON.stringify([url.scheme, url.user, password, url.hosts, url.database]);
  return [entityKey(`dsn:${knowledge.digest(login)}`)];
}

/**
 * A database on the developer's machine, or in its containers with a password nobody would keep. In a file that says production or staging,
 * `localhost` is the server itself.
 */
function isThrowAway(url: ConnectionUrl, scope: VariableScope): boolean {
  if (scope.tier === 'production' || scope.tier === 'staging') return false;
  if (url.isLocal) return true;
  return isBareName(url.host) && (url.password === null || isWeakSecret(url.password, url.user));
}

/**
 * A host or database that calls itself production belongs to production, whatever file names it: a development file with such a URL reaches it.
 */
function namedProduction(
  url: ConnectionUrl,
  variable: Variable,
  scope: VariableScope,
  store: DataStore,
  at: SourceRange,
): readonly Fact[] {
  if (scope.tier === 'production' || url.isLocal || isBareName(url.host)) return [];
  const says = [url.database ?? '', url.host].find((name) => tierOf(name) === 'production');
  if (says === undefined) return [];
  const environment: Environment = {
    kind: 'Environment',
    key: entityKey(`environment:${store.key}`),
    aliases: [],
    name: `production, by the name ${says}`,
    at,
    collector: variable.collector,
    implied: true,
    confidence: 'medium',
    tier: 'production',
  };
  const link: Relation = {
    kind: 'Relation',
    rel: 'connects-to',
    from: environment.key,
    to: store.key,
    actions: [],
    because: `the name ${says} says production`,
    at,
    confidence: 'medium',
  };
  return [environment, link];
}

function nameOf(url: ConnectionUrl): string {
  const host = url.host === '' ? 'localhost' : url.host;
  return url.database === null || url.scheme === 'redis' ? host : `${host}/${url.database}`;
}

function connects(
  url: ConnectionUrl,
  name: string,
  environment: EntityKey,
  store: DataStore,
  at: SourceRange,
): Relation {
  const user = url.user === null || url.user === '' ? '' : ` as "${url.user}"`;
  return {
    kind: 'Relation',
    rel: 'connects-to',
    from: environment,
    to: store.key,
    actions: [],
    because: `${name} leads to ${store.name}${user} there`,
    at,
    confidence: store.confidence,
  };
}

function authorizes(
  url: ConnectionUrl,
  name: string,
  login: Credential,
  store: DataStore,
  at: SourceRange,
): Relation {
  const actions = actionsOf(url);
  const user = url.user === null || url.user === '' ? 'a password' : `user "${url.user}"`;
  return {
    kind: 'Relation',
    rel: 'authorizes',
    from: login.key,
    to: store.key,
    // Whoever may write rows may delete them; only the name of the user can say otherwise.
    actions: actions ?? ['read', 'write', 'delete'],
    because:
      actions === null
        ? `${name} logs in to ${store.name} with ${user}, and nothing says that it only reads`
        : actions.includes('admin')
          ? `${name} logs in to ${store.name} with ${user}, who by name owns everything in it`
          : `${name} logs in to ${store.name} with ${user}, who by name only reads`,
    at,
    confidence: actions === null ? weaker(store.confidence, 'medium') : store.confidence,
  };
}
