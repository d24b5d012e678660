import type { Credential } from '../../model/fact.ts';
import type { CredentialSpec, Knowledge, Known, ProviderFacts } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { isBareName, isLocalHost } from './connection-url.ts';
import { credentialFact, credentialKey, matchesWhole, type SourceText } from './credential.ts';
import { purposeOf } from './purpose.ts';
import { isWeakSecret, maskSecret, secretForm } from './secret-value.ts';

/** A password or token that a file keeps for one host: a registry, a git server, an API. */
export interface SiteLogin {
  /** Without port and path. */
  readonly host: string;
  readonly user: string | null;
  readonly secret: string;
  readonly name: string;
  readonly nameStart: number;
  readonly at: SourceRange;
  readonly document: SourceText;
  readonly collector: string;
  readonly plane: Credential['plane'];
  readonly comment?: string;
}

/**
 * The credential that a saved login is: of the kind its prefix proves, else of the kind that the API at that host takes in an `Authorization` header, else a
 * login of which only the host is known. `null` for placeholders, references, this machine, and names that mean another machine everywhere.
 */
export function siteLogin(login: SiteLogin, knowledge: Knowledge): Credential | null {
  const { host, secret } = login;
  if (secretForm(secret) !== 'literal' || isLocalHost(host)) return null;
  const proven = knowledge.credentialByValue(secret.trim());
  if (proven !== undefined) return catalogued(login, proven, 'prefix', knowledge);
  if (isBareName(host) || isSample(host)) return null;
  const provider = providerOfSite(host, knowledge);
  const sent = provider === null ? undefined : sentTo(provider, secret);
  if (sent !== undefined) return catalogued(login, sent, 'context', knowledge);
  return isWeakSecret(secret, login.user) ? null : plainLogin(login, provider, knowledge);
}

/** Whoever answers at this host, or at an API host of the same registered domain: `npm.pkg.github.com` belongs to `api.github.com`. */
export function providerOfSite(host: string, knowledge: Knowledge): ProviderFacts | null {
  const name = host.toLowerCase();
  const exact = knowledge.apiByHost(name);
  if (exact !== undefined) return exact;
  const domain = domainOf(name);
  const found = knowledge.providers.filter((pack) =>
    pack.api?.hosts.some((known) => domainOf(known) === domain),
  );
  // Two vendors of one domain are two products; nothing says which one it is.
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The part of a host that somebody registered: two labels, or three below `co.uk` and its like. */
function domainOf(host: string): string {
  const labels = /\.(?:co|com|net|org|gov|ac)\.[a-z]{2}$/.test(host) ? 3 : 2;
  return host.split('.').slice(-labels).join('.');
}

function isSample(host: string): boolean {
  return (
    /(?:^|\.)example\.(?:com|org|net)$|\.(?:example|invalid)$/.test(host) ||
    secretForm(host) !== 'literal'
  );
}

function sentTo(provider: ProviderFacts, secret: string): Known<CredentialSpec> | undefined {
  const spec = provider.credentials.find(
    ({ headers, shape, isPublic }) =>
      !isPublic &&
      headers.includes('authorization') &&
      shape !== null &&
      matchesWhole(shape, secret.trim()),
  );
  return spec === undefined ? undefined : { provider: provider.id, spec };
}

function catalogued(
  login: SiteLogin,
  known: Known<CredentialSpec>,
  decidedBy: Credential['decidedBy'],
  knowledge: Knowledge,
): Credential | null {
  return credentialFact(
    {
      ...login,
      kind: { known, decidedBy },
      value: login.secret,
      comment: login.comment ?? null,
    },
    knowledge,
  );
}

function plainLogin(
  login: SiteLogin,
  provider: ProviderFacts | null,
  knowledge: Knowledge,
): Credential {
  const { host, user, secret, name, at, document, plane } = login;
  return {
    kind: 'Credential',
    key: credentialKey(document, name, login.nameStart),
    aliases: [],
    name,
    at,
    collector: login.collector,
    implied: false,
    confidence: 'medium',
    provider: provider?.id ?? null,
    product: 'site-login',
    title: user === null || user === '' ? `login for ${host}` : `login of "${user}" for ${host}`,
    form: 'literal',
    scope: unknown('external', at),
    actions: unknown('external', at),
    plane,
    preview: maskSecret(secret.trim()),
    digest: knowledge.digest(secret.trim()),
    decidedBy: 'context',
    purpose: purposeOf({ comment: login.comment ?? null, name, file: document.file }),
    narrower: null,
  };
}

/** `user:password` out of the base64 that basic authentication sends; `null` where it is neither. */
export function basicLogin(
  encoded: string,
): { readonly user: string; readonly secret: string } | null {
  const text = decoded(encoded);
  const colon = text?.indexOf(':') ?? -1;
  if (text === null || colon < 0) return null;
  return { user: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Text out of base64, `null` where it is none or holds bytes that no text has. */
export function decoded(encoded: string): string | null {
  const trimmed = encoded.trim();
  if (trimmed.length > 16_384 || !/^[A-Za-z0-9+/_-]{4,}={0,2}$/.test(trimmed)) return null;
  const text = Buffer.from(trimmed, 'base64').toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what shows that it is no text
  return /[\u0000-\u0008\uFFFD]/.test(text) ? null : text;
}

/** Host of an address, without scheme, login, port and path. */
export function siteHost(address: string): string {
  const authority =
    address
      .trim()
      .replace(/^(?:[a-z][a-z0-9+.-]{0,30}:)?\/\//i, '')
      .split(/[/?#]/)[0] ?? '';
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{1,5}$/, '')
    .toLowerCase();
}
